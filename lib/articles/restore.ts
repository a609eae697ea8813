import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { type Block, type Body, body as bodySchema } from '#lib/body/blocks.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import { photosOf } from '#lib/body/photo-keys.ts';
import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid, Missing } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type ArticleContent, articleContent } from './content.ts';
import { saveLocked, TooLateToWrite } from './drafts.ts';
import { lockArticle, readWritten, subjectOf } from './locked.ts';
import type { SavedContent } from './saved-content.ts';

// Bringing an old revision back: its names become numbers again as far as they can still be found, and what comes of it
// is saved as any other text is, so that nothing that stands now is lost.

export const restoreInput = z.strictObject({ id: z.int().positive(), number: z.int().positive() });

export interface Restored {
  version: number;
  /** What of the revision is not there any more, a sentence each. */
  lost: string[];
}

/** A revision's content with the numbers that were behind its names; revisions of an import have none. */
interface Kept extends SavedContent {
  ids?: { category: number | null; topic: number | null; picks: number[] };
}

/** What came of a part of the revision, and what of it was lost. */
interface Found<T> {
  value: T;
  lost: string[];
}

const found = <T>(value: T): Found<T> => ({ value, lost: [] });

/** By its name; by its number where it has another name by now. Lost, the article keeps the section it has. */
async function findCategory(
  tx: Transaction,
  { category, ids }: Kept,
  now: number | null,
): Promise<Found<number | null>> {
  const [name, parent] = [category.at(-1), category.at(-2)];
  if (name === undefined) return found(null);
  const above = parent === undefined ? { parentId: null } : { parent: { name: parent } };
  const named = await tx.category.findFirst({ where: { name, ...above }, select: { id: true } });
  const same =
    named ?? (await tx.category.findUnique({ where: { id: ids?.category ?? 0 }, select: { id: true } }));
  if (same) return found(same.id);
  return {
    value: now,
    lost: [`Chuyên mục “${category.join(' / ')}” không còn; bài giữ chuyên mục hiện nay.`],
  };
}

async function findTopic(tx: Transaction, { topic, ids }: Kept): Promise<Found<number | null>> {
  if (topic === null) return found(null);
  const named = await tx.topic.findUnique({ where: { name: topic }, select: { id: true } });
  const same = named ?? (await tx.topic.findUnique({ where: { id: ids?.topic ?? 0 }, select: { id: true } }));
  return same ? found(same.id) : { value: null, lost: [`Dòng sự kiện “${topic}” không còn.`] };
}

/** Picks by their numbers where those are known: headlines change, and may be alike. */
async function findPicks(tx: Transaction, id: number, { related, ids }: Kept): Promise<Found<number[]>> {
  const rows = await tx.article.findMany({
    where: ids
      ? { id: { in: ids.picks } }
      : { OR: [{ title: { in: related } }, { sourceId: { in: related } }] },
    orderBy: { id: 'desc' },
    select: { id: true, title: true, sourceId: true },
  });
  if (ids) {
    const gone = ids.picks.filter((pick) => !rows.some((row) => row.id === pick)).length;
    const lost = gone > 0 ? [`${gone} bài liên quan không còn.`] : [];
    return { value: ids.picks.filter((pick) => rows.some((row) => row.id === pick)), lost };
  }
  const result: Found<number[]> = found([]);
  for (const name of related) {
    const row = rows.find((each) => each.id !== id && (each.title === name || each.sourceId === name));
    if (row) result.value.push(row.id);
    else result.lost.push(`Bài liên quan “${name}” không còn.`);
  }
  return result;
}

const lostPhoto = ({ caption, alt }: { caption: string; alt: string }) =>
  `Ảnh “${caption || alt || 'không chú thích'}” không còn trong kho ảnh.`;

/** A block without the photos that are gone; null where nothing is left of it. */
function blockWith(block: Block, isThere: (key: string) => boolean): Block | null {
  if (block.type === 'photo') return isThere(block.picture) ? block : null;
  if (block.type !== 'gallery') return block;
  const photos = block.photos.filter((photo) => isThere(photo.picture));
  return photos.length > 0 ? { ...block, photos } : null;
}

type Pictures = Pick<ArticleContent, 'cover' | 'body'>;

async function findPhotos(
  tx: Transaction,
  { cover, body }: { cover: SavedContent['cover']; body: Body },
): Promise<Found<Pictures>> {
  const photos = [...(cover ? [cover] : []), ...body.flatMap(photosOf)];
  const keys = photos.map((photo) => photo.picture);
  const now = await tx.picture.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const former = await tx.pictureKey.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const there = new Set([...now, ...former].map((row) => row.key));
  const isThere = (key: string) => there.has(key);
  const blocks = body.map((block) => blockWith(block, isThere)).filter((block) => block !== null);
  return {
    value: { cover: cover && isThere(cover.picture) ? cover : null, body: cleanBody(blocks) },
    lost: [...new Set(photos.filter((photo) => !isThere(photo.picture)).map(lostPhoto))],
  };
}

/** A revision as content that can be saved now. */
async function contentNow(
  tx: Transaction,
  id: number,
  kept: Kept,
  categoryNow: number | null,
): Promise<Found<ArticleContent>> {
  const category = await findCategory(tx, kept, categoryNow);
  const topic = await findTopic(tx, kept);
  const picks = await findPicks(tx, id, kept);
  const photos = await findPhotos(tx, { cover: kept.cover, body: bodySchema.parse(kept.body) });
  const content = articleContent.safeParse({
    type: kept.type,
    title: kept.title,
    sapo: kept.sapo,
    agency: kept.agency,
    tags: kept.tags,
    bylines: kept.bylines,
    categoryId: category.value,
    topicId: topic.value,
    picks: picks.value.slice(0, 5),
    ...photos.value,
  });
  if (!content.success)
    throw new Invalid('Bản này quá cũ nên không khôi phục được; hãy mở ra và chép phần cần dùng.');
  return { value: content.data, lost: [...category.lost, ...topic.lost, ...picks.lost, ...photos.lost] };
}

/**
 * Makes an old revision the article's text again, as a new revision: the text that stood until now stays in the history.
 * @throws Missing
 * @throws NotAllowed where the person may not change the text
 */
export async function restoreRevision(
  actor: Actor,
  { id, number }: z.infer<typeof restoreInput>,
  now: Date,
): Promise<Restored> {
  const restored = await change<Restored | null>('article.restore', async (tx) => {
    const article = await lockArticle(tx, id);
    demand(actor, 'article.read', subjectOf(article));
    const revision = await tx.revision.findUnique({
      where: { articleId_number: { articleId: id, number } },
      select: { content: true },
    });
    if (!revision) throw new Missing('Không có bản này trong lịch sử của bài.');
    const before = await readWritten(tx, article);
    // Written by keepRevision alone; what its body may hold is checked below.
    const kept = revision.content as unknown as Kept;
    const { value: content, lost } = await contentNow(tx, id, kept, before.categoryId);
    const input = { id, baseVersion: article.version, content, reason: 'restore', restored: number } as const;
    const outcome = await saveLocked(tx, actor, article, input, now);
    if (!outcome) return { value: null, tags: [] };
    const details = { revision: number, version: outcome.version, title: content.title };
    await record(tx, {
      actor,
      action: 'article.restore',
      subject: { type: 'article', id },
      details,
      at: now,
    });
    return { value: { version: outcome.version, lost }, tags: [] };
  });
  if (!restored) throw new TooLateToWrite();
  return restored;
}
