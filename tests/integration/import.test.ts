import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArticle, saveDraft } from '#lib/articles/drafts.ts';
import * as verbs from '#lib/articles/publishing.ts';
import { db } from '#lib/db.ts';
import { importArticles } from '#lib/import/import-articles.ts';
import { listSources } from '#lib/import/list-sources.ts';
import { type PictureFolders, pictureFolders } from '#lib/media/picture-folders.ts';
import { makeActor } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import {
  articleText,
  makeFolder,
  makePicture,
  pngHeader,
  sourceOf,
  writeFiles,
} from '#tests/support/sample-files.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder = '';
let folders: PictureFolders;
beforeEach(async () => {
  database = await freshDatabase();
  folder = await makeFolder();
  folders = pictureFolders(join(folder, 'data'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const now = new Date('2026-03-10T00:00:00Z');
const run = (texts: Record<string, string | Uint8Array>, at = now) =>
  importArticles(
    Object.entries(texts).map(([name, text]) => sourceOf(text, name, folder)),
    { folders, actor: null, now: at },
  );
const counts = ({ added, changed, unchanged, refused }: Awaited<ReturnType<typeof run>>) =>
  [added, changed, unchanged, refused].join();

/** Everything in the database that an import may touch. */
async function everything() {
  const all = { orderBy: { id: 'asc' } } as const;
  return {
    articles: await db().article.findMany({
      ...all,
      include: { tags: true, bylines: true, picks: true, pictures: true },
    }),
    revisions: await db().revision.findMany(all),
    categories: await db().category.findMany(all),
    tags: await db().tag.findMany(all),
    topics: await db().topic.findMany(all),
    bylines: await db().byline.findMany(all),
    pictures: await db().picture.findMany(all),
    audits: await db().auditEntry.findMany(all),
    outbox: await db().outbox.findMany({ ...all, where: { reason: 'import' } }),
  };
}

describe('an article', () => {
  test('comes whole: section, tags, bylines, topic, pictures, revision, audit entry, word to the servers', async () => {
    await writeFiles(folder, {
      'photos/a.jpg': await makePicture(),
      'photos/b.png': await makePicture({ width: 330, format: 'png' }),
    });
    const text = articleText(
      {
        category: 'Thời sự/Chính trị',
        agency: 'TTTĐ',
        authors: ['Lê Hà', 'Đỗ Nam'],
        tags: ['cầu đường', 'Bến Tre'],
        topic: 'Cầu Bến Tre',
        cover: { file: '../photos/a.jpg', alt: 'Cầu', caption: 'Cầu lúc sáng', credit: 'Lê Hà' },
      },
      'Một hai ba.\n\n![Ảnh](../photos/b.png "Chú thích | Đỗ Nam")\n\n![Ảnh](../photos/a.jpg)',
    );
    expect(counts(await run({ 'articles/cau.md': text }))).toBe('1,0,0,0');
    const article = await db().article.findFirstOrThrow({
      include: {
        category: { include: { parent: true } },
        topic: true,
        cover: true,
        tags: { orderBy: { position: 'asc' }, include: { tag: true } },
        bylines: { orderBy: { position: 'asc' }, include: { byline: true } },
        pictures: { include: { picture: true } },
      },
    });
    expect(article).toMatchObject({
      status: 'published',
      title: 'Cầu Bến Tre thông xe',
      slug: 'cau-ben-tre-thong-xe',
      sourceId: 'cau',
      agency: 'TTTĐ',
      wordCount: 3,
      version: 1,
      coverCredit: 'Lê Hà',
      firstPublishedAt: new Date('2026-03-01T01:00:00Z'),
      lastPublishedAt: new Date('2026-03-01T01:00:00Z'),
      category: {
        name: 'Chính trị',
        path: 'thoi-su/chinh-tri',
        parent: { name: 'Thời sự', path: 'thoi-su' },
      },
      topic: { slug: 'cau-ben-tre' },
      cover: { originalName: 'a.jpg', originalType: 'image/jpeg', width: 64, height: 48, renditions: [64] },
    });
    expect(article.searchText).toContain('cau ben tre thong xe');
    expect(article.searchText).toContain('chu thich');
    expect(article.tags.map(({ tag }) => tag.slug)).toEqual(['cau-duong', 'ben-tre']);
    expect(article.bylines.map(({ byline }) => byline.name)).toEqual(['Lê Hà', 'Đỗ Nam']);
    expect(article.pictures.map(({ picture }) => picture.originalName).toSorted()).toEqual([
      'a.jpg',
      'b.png',
    ]);
    expect(await readdir(folders.media)).toHaveLength(6);
    const { revisions, audits, outbox } = await everything();
    expect(revisions).toMatchObject([
      { number: 1, reason: 'import', content: { title: article.title, tags: ['cầu đường', 'Bến Tre'] } },
    ]);
    expect(audits).toMatchObject([
      { action: 'import', subjectType: 'article', subjectId: article.id, actorId: null },
    ]);
    expect(outbox).toMatchObject([{ reason: 'import', tags: ['site'] }]);
  });

  test('imported twice, nothing changes at all', async () => {
    await writeFiles(folder, { 'photos/a.jpg': await makePicture() });
    const files = {
      'articles/a.md': articleText({
        title: 'Một',
        tags: ['x'],
        related: ['Hai', 'Không có'],
        cover: { file: '../photos/a.jpg' },
      }),
      'articles/b.md': articleText({
        title: 'Hai',
        related: ['Một'],
        updatedAt: '2026-03-02T08:00:00+07:00',
      }),
      'articles/c.md': articleText({ title: 'Ba', publishedAt: undefined }),
    };
    expect(counts(await run(files))).toBe('3,0,0,0');
    const before = await everything();
    const again = await run(files, new Date('2026-03-11T00:00:00Z'));
    expect(counts(again)).toBe('0,0,3,0');
    expect(again.warnings).toHaveLength(1);
    expect(await everything()).toEqual(before);
  });

  test('whose file changed gets a new version; readers are told when', async () => {
    await run({ 'articles/a.md': articleText({ tags: ['x', 'y'], authors: ['Lê Hà'] }) });
    const later = new Date('2026-03-12T00:00:00Z');
    const changed = articleText({ title: 'Tên mới', tags: ['y'], category: 'Đời sống' });
    expect(counts(await run({ 'articles/a.md': changed }, later))).toBe('0,1,0,0');
    const article = await db().article.findFirstOrThrow({
      include: { tags: true, bylines: true, category: true },
    });
    expect(article).toMatchObject({
      title: 'Tên mới',
      slug: 'ten-moi',
      version: 2,
      firstPublishedAt: new Date('2026-03-01T01:00:00Z'),
      lastPublishedAt: later,
      category: { slug: 'doi-song' },
      bylines: [],
    });
    expect(article.tags).toHaveLength(1);
    expect((await everything()).revisions.map((each) => each.number)).toEqual([1, 2]);
    expect(counts(await run({ 'articles/a.md': changed }))).toBe('0,0,1,0');
    const dated = articleText({ title: 'Tên mới', updatedAt: '2026-03-05T08:00:00+07:00' });
    await run({ 'articles/a.md': dated });
    expect((await db().article.findFirstOrThrow()).lastPublishedAt).toEqual(new Date('2026-03-05T01:00:00Z'));
  });

  test('that an editor has changed since keeps the change while the file stays the same', async () => {
    const text = articleText();
    await run({ 'articles/a.md': text });
    await db().article.updateMany({ data: { title: 'Biên tập sửa', version: 2 } });
    expect(counts(await run({ 'articles/a.md': text }))).toBe('0,0,1,0');
    expect((await db().article.findFirstOrThrow()).title).toBe('Biên tập sửa');
  });

  test('without a time is a draft, with one to come is scheduled', async () => {
    await run({
      'articles/a.md': articleText({ publishedAt: undefined, sapo: '' }),
      'articles/b.md': articleText({ publishedAt: '2026-12-01T08:00:00+07:00' }),
    });
    expect(await db().article.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { status: 'draft', firstPublishedAt: null, lastPublishedAt: null },
      { status: 'scheduled', firstPublishedAt: null, goLiveAt: new Date('2026-12-01T01:00:00Z') },
    ]);
  });

  test('that readers have is not hidden by a file, and a withdrawn one does not come back', async () => {
    await run({ 'articles/a.md': articleText() });
    const hiding = await run({ 'articles/a.md': articleText({ publishedAt: undefined }) });
    expect(hiding.problems).toEqual([expect.stringMatching(/^articles\/a.md:1: publishedAt is missing/)]);
    const later = await run({ 'articles/a.md': articleText({ publishedAt: '2026-12-01T08:00:00+07:00' }) });
    expect(later.problems).toEqual([
      expect.stringMatching(/^articles\/a.md:4: publishedAt is still to come/),
    ]);
    await db().article.updateMany({ data: { status: 'withdrawn', withdrawnAt: now } });
    expect(counts(await run({ 'articles/a.md': articleText({ title: 'Tên mới' }) }))).toBe('0,1,0,0');
    expect(await db().article.findFirstOrThrow()).toMatchObject({ status: 'withdrawn', title: 'Tên mới' });
  });

  test('may have the headline of another', async () => {
    await run({ 'articles/a.md': articleText(), 'articles/b.md': articleText() });
    expect(await db().article.count({ where: { slug: 'cau-ben-tre-thong-xe' } })).toBe(2);
  });
});

describe('names', () => {
  test('of tags differ by their marks, not by their capitals; one slug each', async () => {
    await run({
      'articles/a.md': articleText({ tags: ['Hà Nội', 'Hạ Nội', 'hà nội'] }),
      'articles/b.md': articleText({ tags: ['HÀ NỘI', 'Ha Nôi', '100%_', '100'] }),
    });
    const tags = await db().tag.findMany({ orderBy: { id: 'asc' }, select: { name: true, slug: true } });
    expect(tags).toEqual([
      { name: 'Hà Nội', slug: 'ha-noi' },
      { name: 'Hạ Nội', slug: 'ha-noi-2' },
      { name: 'Ha Nôi', slug: 'ha-noi-3' },
      { name: '100%_', slug: '100' },
      { name: '100', slug: '100-2' },
    ]);
  });

  test('of sections, stories and bylines likewise; a child may have the name of another parent’s', async () => {
    await run({
      'articles/a.md': articleText({ category: 'Thể thao/Trong nước', topic: 'Bão', authors: ['Lê Ha'] }),
      'articles/b.md': articleText({ category: 'Thế Thao/Trong nước', topic: 'Bao', authors: ['Lê Hà'] }),
      'articles/c.md': articleText({ category: 'thể thao', topic: 'Bão', authors: ['Lê Ha', '★'] }),
    });
    const paths = await db().category.findMany({
      orderBy: { id: 'asc' },
      select: { path: true, position: true },
    });
    expect(paths).toEqual([
      { path: 'the-thao', position: 0 },
      { path: 'the-thao/trong-nuoc', position: 0 },
      { path: 'the-thao-2', position: 1 },
      { path: 'the-thao-2/trong-nuoc', position: 0 },
    ]);
    const slugs = { orderBy: { id: 'asc' }, select: { slug: true } } as const;
    expect(await db().topic.findMany(slugs)).toEqual([{ slug: 'bao' }, { slug: 'bao-2' }]);
    expect(await db().byline.findMany(slugs)).toEqual([
      { slug: 'le-ha' },
      { slug: 'le-ha-2' },
      { slug: 'tac-gia' },
    ]);
  });
});

describe('picks of related articles', () => {
  const picked = async (title: string) => {
    const article = await db().article.findFirstOrThrow({
      where: { title },
      include: { picks: { orderBy: { position: 'asc' }, include: { picked: true } } },
    });
    return article.picks.map((pick) => pick.picked.title);
  };

  test('by headline, with other marks, key, slug or id; also of articles that come later in the run', async () => {
    await run({ 'articles/z.md': articleText({ title: 'Có sẵn' }) });
    const { id } = await db().article.findFirstOrThrow();
    const report = await run({
      'articles/a.md': articleText({
        title: 'Chọn',
        related: ['Đầu đề Hai', 'dau de BA', 'khoa-bon', 'bai-nam', id],
      }),
      'articles/b.md': articleText({ title: 'Đầu đề Hai' }),
      'articles/c.md': articleText({ title: 'Đầu đề Ba' }),
      'articles/d.md': articleText({ title: 'Bốn', sourceId: 'khoa-bon' }),
      'articles/e.md': articleText({ title: 'Bài, năm!' }),
    });
    expect(report.warnings).toEqual([]);
    expect(await picked('Chọn')).toEqual(['Đầu đề Hai', 'Đầu đề Ba', 'Bốn', 'Bài, năm!', 'Có sẵn']);
  });

  test('the same twice is one; the article itself is none; what is not there is told with its line', async () => {
    const report = await run({
      'articles/a.md': articleText({ title: 'Một', related: ['Hai', 'hai', 'Một', 'Không có'] }),
      'articles/b.md': articleText({ title: 'Hai' }),
    });
    expect(counts(report)).toBe('2,0,0,0');
    expect(await picked('Một')).toEqual(['Hai']);
    expect(report.warnings).toEqual([
      'articles/a.md:6: note: no article is called "Không có"; import again once there is one',
    ]);
  });

  test('what was missing is linked once it is there; what an editor took away stays away', async () => {
    const file = { 'articles/a.md': articleText({ title: 'Một', related: ['Hai', 'Ba'] }) };
    await run({ ...file, 'articles/c.md': articleText({ title: 'Ba' }) });
    expect(await picked('Một')).toEqual(['Ba']);
    const report = await run({ ...file, 'articles/b.md': articleText({ title: 'Hai' }) });
    expect(counts(report)).toBe('1,1,0,0');
    expect(await picked('Một')).toEqual(['Hai', 'Ba']);
    await db().relatedPick.deleteMany();
    expect(counts(await run(file))).toBe('0,0,1,0');
    expect(await picked('Một')).toEqual([]);
  });
});

describe('bad files: one line each, nothing of them in the database, the others go in', () => {
  test('all kinds in one run', async () => {
    await writeFiles(folder, {
      'photos/good.jpg': await makePicture(),
      'photos/text.jpg': 'Đây là văn bản.',
      'photos/huge.png': pngHeader(20_000, 10_000),
      'photos/short.jpg': (await makePicture({ width: 900, height: 900 })).subarray(0, 3000),
    });
    const photo = (name: string) =>
      articleText({ tags: ['xấu'] }, `![x](../photos/good.jpg)\n\n![x](${name})`);
    const report = await run({
      'articles/01.md': articleText({ title: undefined, tags: ['xấu'] }),
      'articles/02.md': articleText({ publishedAt: '2025-02-30T08:00:00+07:00' }),
      'articles/03.md': photo('../photos/text.jpg'),
      'articles/04.md': photo('../photos/huge.png'),
      'articles/05.md': photo('../../etc/passwd'),
      'articles/06.md': Buffer.concat([Buffer.from(articleText()), Buffer.from([0xe0, 0x20])]),
      'articles/07.md': articleText({ nguồn: 'x' }),
      'articles/08.md': photo('../photos/short.jpg'),
      'articles/09.md': articleText({ cover: { file: '/etc/passwd' } }),
      'articles/10.md': articleText({ title: 'Tốt' }),
      'articles/11.md': articleText({ title: 'Trùng', sourceId: '10' }),
    });
    expect(counts(report)).toBe('1,0,0,10');
    expect(report.problems).toEqual([
      'articles/01.md:1: "title" is missing',
      expect.stringMatching(/^articles\/02.md:4: "publishedAt" is impossible/),
      expect.stringMatching(
        /^articles\/03.md:11: the photo "..\/photos\/text.jpg" can't be used: .*not a picture/,
      ),
      expect.stringMatching(/^articles\/04.md:11: .* 200 megapixels/),
      expect.stringMatching(/^articles\/05.md:11: the photo "..\/..\/etc\/passwd" leads out of the folder/),
      expect.stringMatching(/^articles\/06.md:9: this line is not UTF-8/),
      expect.stringMatching(/^articles\/07.md:6: unknown key "nguồn"/),
      expect.stringMatching(/^articles\/08.md:11: .* damaged or breaks off/),
      expect.stringMatching(/^articles\/09.md:6: .* must be a path relative/),
      expect.stringMatching(/^articles\/11.md:6: the sourceId "10" is that of articles\/10.md too/),
    ]);
    for (const line of report.problems) expect(line).not.toContain('\n');
    const found = await everything();
    expect(found.articles.map((article) => article.title)).toEqual(['Tốt']);
    expect(found.tags).toEqual([]);
    expect(found.pictures).toEqual([]);
    expect(found.revisions).toHaveLength(1);
    expect(found.outbox).toHaveLength(1);
  });

  test('a save that fails half-way leaves nothing', async () => {
    await db().$executeRawUnsafe(
      'ALTER TABLE audit_entry ADD CONSTRAINT no_more CHECK (action <> $$import$$)',
    );
    await expect(run({ 'articles/a.md': articleText({ tags: ['x'] }) })).rejects.toThrow();
    const found = await everything();
    for (const rows of Object.values(found)) expect(rows).toEqual([]);
  });

  test('a file that goes away meanwhile', async () => {
    await writeFiles(folder, { 'articles/a.md': articleText() });
    const { sources } = await listSources(['articles'], folder);
    await rm(join(folder, 'articles/a.md'));
    const report = await importArticles(sources, { folders, actor: null, now });
    expect(report.problems).toEqual(["articles/a.md:1: the file can't be read (ENOENT)"]);
  });
});

test('two imports at once make nothing twice', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `articles/${i}.md`,
      articleText({ title: `Bài ${i}`, tags: ['chung', `t${i % 3}`], authors: ['Lê Hà'] }),
    ]),
  );
  const reports = await Promise.all([run(files), run(files)]);
  expect(reports.reduce((sum, each) => sum + each.added, 0)).toBe(12);
  expect(reports.reduce((sum, each) => sum + each.unchanged, 0)).toBe(12);
  const found = await everything();
  expect([found.articles.length, found.revisions.length, found.tags.length, found.categories.length]).toEqual(
    [12, 12, 4, 1],
  );
});

test('ids follow the order of the files, progress is told, and it can be stopped', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`articles/${i}.md`, articleText({ title: `Bài ${i}` })]),
  );
  const sources = Object.entries(files).map(([name, text]) => sourceOf(text, name, folder));
  const stopping = new AbortController();
  const told: string[] = [];
  const onProgress = (done: number, total: number) => {
    told.push(`${done}/${total}`);
    if (done === 5) stopping.abort();
  };
  await importArticles(sources, { folders, actor: null, now, onProgress, signal: stopping.signal });
  expect(told).toEqual(['1/8', '2/8', '3/8', '4/8', '5/8']);
  const titles = await db().article.findMany({ orderBy: { id: 'asc' }, select: { title: true } });
  expect(titles.map(({ title }) => title)).toEqual(['Bài 0', 'Bài 1', 'Bài 2', 'Bài 3', 'Bài 4']);
});

describe('a changed file over what the newsroom is writing', () => {
  /** What an editor has open and changes. */
  async function write(title: string) {
    const editor = await makeActor('editor_in_chief');
    const { id } = await db().article.findFirstOrThrow({ select: { id: true } });
    const { article, content } = await openArticle(editor, id);
    const input = {
      id,
      baseVersion: article.version,
      content: { ...content, title },
      reason: 'autosave',
    } as const;
    const outcome = await saveDraft(editor, input, now);
    return { editor, id, version: outcome.version, content };
  }

  test('takes its place; the working copy stays as a revision, of who wrote it', async () => {
    await run({ 'a.md': articleText({ title: 'Bản đầu' }) });
    const { editor, id, version } = await write('Bản tòa soạn đang sửa');
    expect(await db().workingCopy.count()).toBe(1);
    expect(counts(await run({ 'a.md': articleText({ title: 'Bản trong tệp mới' }) }))).toBe('0,1,0,0');
    expect(await db().workingCopy.count()).toBe(0);
    expect((await openArticle(editor, id)).content.title).toBe('Bản trong tệp mới');
    const kept = await db().revision.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } });
    expect(kept.map(({ reason, authorId }) => [reason, authorId])).toEqual([
      ['import', null],
      ['autosave', editor.id],
      ['save', editor.id],
      ['import', null],
    ]);
    expect(kept[2]?.content).toMatchObject({ title: 'Bản tòa soạn đang sửa', version });
  });

  test('is another version: what the editor saves next is not lost, and does not undo it', async () => {
    await run({ 'a.md': articleText({ title: 'Bản đầu' }) });
    const { editor, id, version, content } = await write('Bản tòa soạn đang sửa');
    await run({ 'a.md': articleText({ title: 'Bản trong tệp mới' }) });
    const late = { ...content, title: 'Bản tòa soạn sửa tiếp' };
    const outcome = await saveDraft(
      editor,
      { id, baseVersion: version, content: late, reason: 'autosave' },
      now,
    );
    expect(outcome).toMatchObject({ saved: false, content: { title: 'Bản trong tệp mới' } });
    expect(await db().revision.findFirst({ where: { reason: 'conflict' } })).toMatchObject({
      content: { title: 'Bản tòa soạn sửa tiếp' },
    });
  });

  test('takes back the approval of the text that it replaces', async () => {
    await run({ 'a.md': articleText({ title: 'Nháp', publishedAt: undefined }) });
    const chief = await makeActor('editor_in_chief');
    const { id, version } = await db().article.findFirstOrThrow({ select: { id: true, version: true } });
    await verbs.approveArticle(chief, { id, version }, now);
    await run({ 'a.md': articleText({ title: 'Nháp đã khác', publishedAt: undefined }) });
    expect(await db().article.findFirst()).toMatchObject({ status: 'edited', approvedAt: null });
  });
});
