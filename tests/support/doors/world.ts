import type { Status } from '#lib/articles/types.ts';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';
import { makeActor, makeArticle, makeSection, seen, type } from '#tests/support/articles.ts';

/** What stands behind the doors: one thing of each kind, all of it of one section and of one writer. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

const picture = {
  key: 'a'.repeat(24),
  originalName: 'cau.jpg',
  originalType: 'image/jpeg',
  originalBytes: 1,
  width: 640,
  height: 480,
  renditions: [320],
  dominantColor: '#a0b0c0',
};

/** Two of a kind that has a name: the first hangs on something, the second could take its place. */
const two = (kind: string) => [
  { name: `${kind} một`, slug: `${kind}-mot` },
  { name: `${kind} hai`, slug: `${kind}-hai` },
];

export async function makeWorld() {
  const section = await makeSection('Thời sự');
  const otherSection = await makeSection('Đời sống');
  const writer = await makeActor('reporter', ['thoi-su']);
  const chief = await makeActor('editor_in_chief');
  const content = { categoryId: section };

  /** An article of that status, as a person who has its page open sees it. */
  const article = async (status: Status, approvedBy?: Actor) =>
    await seen(await makeArticle({ by: writer, status, content, ...(approvedBy && { approvedBy }) }));
  const published = await article('published', chief);
  await type(chief, published.id, { ...content, title: 'Tiêu đề đã sửa' });

  const { id: pictureId } = await db().picture.create({ data: { ...picture, uploadedById: writer.id } });
  const [tag, otherTag] = await db().tag.createManyAndReturn({ data: two('the') });
  const [topic, otherTopic] = await db().topic.createManyAndReturn({ data: two('su-kien') });
  const [byline, otherByline] = await db().byline.createManyAndReturn({ data: two('but-danh') });
  if (!tag || !otherTag || !topic || !otherTopic || !byline || !otherByline) throw new Error('nothing made');
  const breaking = await db().breakingNews.create({ data: { text: 'Bão đổ bộ' } });
  return {
    section,
    otherSection,
    writer,
    draft: await article('draft'),
    submitted: await article('submitted'),
    edited: await article('edited', chief),
    scheduled: await article('scheduled', chief),
    /** With changes that readers do not have yet. */
    published: await seen(published.id),
    withdrawn: await article('withdrawn'),
    pictureId,
    tag,
    otherTag,
    topic,
    otherTopic,
    byline,
    otherByline,
    breakingId: breaking.id,
    staffId: (await makeActor('reporter', ['thoi-su'])).id,
  };
}
