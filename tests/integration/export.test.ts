import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { exportArticles } from '#lib/import/export-articles.ts';
import { importArticles } from '#lib/import/import-articles.ts';
import { importNewspaper, importPins } from '#lib/import/import-newspaper.ts';
import { listNewspapers } from '#lib/import/list-newspapers.ts';
import { listSources } from '#lib/import/list-sources.ts';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { StartProblem } from '#lib/server/problem.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { articleText, makeFolder, makePicture, writeFiles } from '#tests/support/sample-files.ts';

const now = new Date('2026-03-10T00:00:00Z');
let folder = '';
let databases: Awaited<ReturnType<typeof freshDatabase>>[] = [];
const nextDatabase = async () => databases.push(await freshDatabase());
const data = (name: string) => pictureFolders(join(folder, name));

beforeEach(async () => {
  folder = await makeFolder();
  await nextDatabase();
});
afterEach(async () => {
  for (const database of databases.toReversed()) await database.close();
  databases = [];
  await rm(folder, { recursive: true });
});

/** What `npm run import` does. */
async function importFolder(dir: string, dataName: string) {
  const { newspapers } = await listNewspapers([dir], folder);
  for (const paper of newspapers) await importNewspaper(paper);
  const { sources } = await listSources([dir], folder);
  const report = await importArticles(sources, { folders: data(dataName), actor: null, now });
  for (const paper of newspapers) await importPins(paper);
  expect([...report.problems, ...report.warnings]).toEqual([]);
  return report;
}

/** The site as readers and editors know it, without what a database numbers by itself. */
async function site() {
  const byPosition = { orderBy: { position: 'asc' } } as const;
  const articles = await db().article.findMany({
    where: { status: { not: 'withdrawn' } },
    orderBy: { id: 'asc' },
    omit: {
      id: true,
      version: true,
      categoryId: true,
      topicId: true,
      coverId: true,
      createdAt: true,
      statusSince: true,
      updatedAt: true,
    },
    include: {
      category: { select: { path: true } },
      topic: { select: { slug: true } },
      cover: { select: { key: true } },
      tags: { ...byPosition, select: { position: true, tag: { select: { slug: true } } } },
      bylines: { ...byPosition, select: { position: true, byline: { select: { slug: true } } } },
      pictures: { orderBy: { picture: { key: 'asc' } }, select: { picture: { select: { key: true } } } },
      picks: { ...byPosition, select: { position: true, picked: { select: { sourceId: true } } } },
      pins: {
        orderBy: { slot: 'asc' },
        select: { slot: true, endsAt: true, category: { select: { path: true } } },
      },
    },
  });
  // A box names its articles by number, which is each database's own.
  const keys = new Map(
    (await db().article.findMany({ select: { id: true, sourceId: true } })).map((row) => [
      row.id,
      row.sourceId,
    ]),
  );
  const readable = articles.map(({ body, ...rest }) => ({
    ...rest,
    body: JSON.parse(JSON.stringify(body), (name, value) => (name === 'id' && keys.get(value)) || value),
  }));
  const named = { orderBy: { slug: 'asc' }, omit: { id: true, createdAt: true } } as const;
  return {
    articles: readable,
    categories: await db().category.findMany({
      orderBy: { path: 'asc' },
      select: { name: true, path: true, description: true, position: true },
    }),
    tags: await db().tag.findMany(named),
    topics: await db().topic.findMany(named),
    bylines: await db().byline.findMany(named),
    pictures: await db().picture.findMany({ orderBy: { key: 'asc' }, omit: { id: true, createdAt: true } }),
  };
}

const richBody = `Một **đoạn** có *chữ [nghiêng](https://a.vn)* và <https://a.vn>.

## Đầu đề phụ

- một
- hai

1. ba

> Câu nói.
> — Bà Nhàn

> [!trích]
> Câu lớn.

| A | B |
|---|---|
| 1 | a \\| b |

![Ảnh một](../photos/a.jpg "a | b | Lê Hà")

https://youtu.be/abcdefghijk "Lễ khánh thành"

![Ảnh hai](<../photos/ảnh hai.png>)

![Ảnh một](../photos/a.jpg "a | b | Lê Hà")
![Ảnh hai](<../photos/ảnh hai.png>)

> [!liên quan]
> - Bốn
> - Trùng tên

https://example.vn/tin?a=1 "Trang của thành phố"`;

async function makeSite(): Promise<void> {
  await writeFiles(folder, {
    'in/photos/a.jpg': await makePicture({ width: 400 }),
    'in/photos/ảnh hai.png': await makePicture({ width: 330, format: 'png' }),
    'in/more/a.jpg': await makePicture({ colors: ['#112233', '#445566'] }),
    'in/newspaper.yaml':
      'sections:\n  - {name: "Thể thao", slug: "the-thao", description: "Tin thể thao"}\n  - {name: "Thời sự", slug: "thoi-su", children: [{name: "Đô thị", slug: "do-thi"}]}\nbylines:\n  - {name: "Lê Hà", slug: "le-ha", bio: "Phóng viên ảnh"}\n',
    'in/articles/a.md': articleText(
      {
        title: 'Một "hai": ba',
        category: 'Thời sự/Chính trị',
        type: 'photo',
        updatedAt: '2026-03-02T08:00:00.250+07:00',
        agency: 'TTTĐ',
        authors: ['Lê Hà', 'Đỗ Nam'],
        tags: ['Hạ Nội', 'Hà Nội', 'cầu'],
        topic: 'Cầu Bến Tre',
        related: ['Trùng tên', 'Bốn'],
        cover: { file: '../photos/a.jpg', alt: 'Cầu', caption: 'Lúc sáng', credit: 'Lê Hà' },
      },
      richBody,
    ),
    'in/articles/b.md': articleText({ title: 'Trùng tên', tags: ['Hà Nội'] }),
    'in/articles/c.md': articleText({
      title: 'Trùng tên',
      cover: { file: '../more/a.jpg' },
      related: ['Trùng tên'],
    }),
    'in/articles/d.md': articleText({ title: 'Bốn', publishedAt: undefined, sapo: '' }, ''),
    'in/articles/e.md': articleText({ title: 'Hẹn giờ', publishedAt: '2027-01-01T08:00:00+07:00' }),
    'in/articles/f.md': articleText({ title: 'Đã gỡ' }),
  });
  await importFolder('in', 'data-1');
  // What only the newsroom can make.
  const [first] = await db().article.findMany({ orderBy: { id: 'asc' } });
  const section = await db().category.findUniqueOrThrow({ where: { path: 'thoi-su' } });
  await db().pin.createMany({
    data: [
      { slot: 1, articleId: first?.id ?? 0 },
      {
        slot: 2,
        categoryId: section.id,
        articleId: first?.id ?? 0,
        endsAt: new Date('2026-04-01T00:00:00Z'),
      },
    ],
  });
  await db().topic.updateMany({
    data: { description: 'Cây cầu', closedAt: new Date('2026-03-09T00:00:00Z') },
  });
  await db().tag.updateMany({ where: { name: 'cầu' }, data: { description: 'Các cây cầu' } });
  await db().picture.updateMany({ where: { originalName: 'ảnh hai.png' }, data: { focalX: 0.2 } });
  await db().article.updateMany({ where: { title: 'Bốn' }, data: { sourceId: null } });
  await db().article.updateMany({
    where: { title: 'Đã gỡ' },
    data: { status: 'withdrawn', withdrawnAt: now },
  });
}

test('exported and imported into an empty database, it is the same site', async () => {
  await makeSite();
  const out = join(folder, 'out');
  const report = await exportArticles({ dir: out, folders: data('data-1') });
  expect(report).toEqual({ articles: 5, photos: 3, withdrawn: 1, unfinished: 0 });
  const before = await site();
  expect(before.articles).toHaveLength(5);
  expect(before.articles.map((article) => article.picks.length)).toEqual([2, 0, 1, 0, 0]);

  await nextDatabase();
  await importFolder('out', 'data-2');
  expect(await site()).toEqual(before);
  expect((await readdir(data('data-2').media)).toSorted()).toEqual(
    (await readdir(data('data-1').media)).toSorted(),
  );

  const again = join(folder, 'again');
  await exportArticles({ dir: again, folders: data('data-2') });
  expect((await readdir(again, { recursive: true })).length).toBeGreaterThan(8);
  expect(await readFile(join(again, 'newspaper.yaml'), 'utf8')).toBe(
    await readFile(join(out, 'newspaper.yaml'), 'utf8'),
  );
});

test('imported into the database that it came from, it changes nothing', async () => {
  await makeSite();
  await exportArticles({ dir: join(folder, 'out'), folders: data('data-1') });
  const before = await site();
  const count = await db().revision.count();
  const report = await importFolder('out', 'data-1');
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
  expect(await site()).toEqual(before);
  expect(await db().revision.count()).toBe(count);
});

test('photos are exported byte for byte, two of one name beside each other', async () => {
  await makeSite();
  const out = join(folder, 'out');
  await exportArticles({ dir: out, folders: data('data-1') });
  expect(await readFile(join(out, 'photos/a.jpg'))).toEqual(await readFile(join(folder, 'in/photos/a.jpg')));
  expect(await readFile(join(out, 'photos/2/a.jpg'))).toEqual(await readFile(join(folder, 'in/more/a.jpg')));
  expect((await readdir(join(out, 'photos'))).map((name) => name.normalize('NFC'))).toContain('ảnh hai.png');
});

test('a folder that is not empty, a file, and an original that is missing are told in one sentence', async () => {
  await makeSite();
  const folders = data('data-1');
  const refusal = (dir: string) => exportArticles({ dir: join(folder, dir), folders });
  await expect(refusal('in')).rejects.toThrow(StartProblem);
  await expect(refusal('in')).rejects.toThrow('is not empty');
  await expect(refusal('in/articles/a.md')).rejects.toThrow('is a file');
  await rm(folders.originals, { recursive: true });
  await expect(refusal('out')).rejects.toThrow(/The original of the picture "a.jpg" is missing/);
});
