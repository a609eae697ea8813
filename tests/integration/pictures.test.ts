import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';
import { db } from '#lib/db.ts';
import { exportArticles } from '#lib/import/export-articles.ts';
import { importArticles } from '#lib/import/import-articles.ts';
import { listSources } from '#lib/import/list-sources.ts';
import { changePicture } from '#lib/media/change-picture.ts';
import { deletePicture } from '#lib/media/delete-picture.ts';
import { finishUpload } from '#lib/media/finish-upload.ts';
import { listPictures } from '#lib/media/list-pictures.ts';
import { listUploaders } from '#lib/media/list-uploaders.ts';
import { findPicture } from '#lib/media/picture-detail.ts';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { pictureFilter } from '#lib/media/picture-input.ts';
import { pictureSearchText } from '#lib/media/picture-select.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import { replacePicture } from '#lib/media/replace-picture.ts';
import type { ListedPicture } from '#lib/media/types.ts';
import { readUses } from '#lib/media/where-used.ts';
import { Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { changeSettings, makeActor, makeArticle, makeSection, type } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { runSql } from '#tests/support/postgres.ts';
import { articleText, writeFiles } from '#tests/support/sample-files.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { send } from '#tests/support/uploads.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let reporter: Actor;
let editor: Actor;
let chief: Actor;
let section = 0;
let folder = '';
const now = new Date('2026-11-22T17:55:00+07:00');

beforeAll(async () => {
  database = await freshDatabase();
  section = await makeSection('Thời sự');
  reporter = await makeActor('reporter', ['thoi-su']);
  editor = await makeActor('editor', ['thoi-su']);
  chief = await makeActor('editor_in_chief');
});
afterAll(async () => {
  delete process.env['DATA_DIR'];
  await database.close();
});
beforeEach(async () => {
  await runSql(database.url, 'TRUNCATE article, picture, byline, outbox, paper_settings CASCADE');
  folder = makeTempFolder('pictures');
  process.env['DATA_DIR'] = folder;
  return async () => await rm(folder, { recursive: true, force: true });
});

let shade = 0;
/** A picture file like no other before it. */
async function file(): Promise<Uint8Array<ArrayBuffer>> {
  const background = { r: shade % 256, g: Math.floor(shade++ / 256), b: 90 };
  return new Uint8Array(
    await sharp({ create: { width: 400, height: 300, channels: 3, background } })
      .png()
      .toBuffer(),
  );
}

async function upload(by: Actor, name = 'cầu.png', bytes?: Uint8Array<ArrayBuffer>): Promise<ListedPicture> {
  return await finishUpload(by, { id: await send(by, bytes ?? (await file()), name) }, now);
}

const replaceBy = async (by: Actor, id: number, bytes: Uint8Array<ArrayBuffer>, name = 'moi.png') =>
  await replacePicture(by, { id, upload: await send(by, bytes, name) }, now);

const wordsOf = ({ alt, caption, credit, focalX, focalY }: ListedPicture) => ({
  alt,
  caption,
  credit,
  focalX,
  focalY,
});
const noWords = { alt: '', caption: '', credit: '', focalX: 0.5, focalY: 0.5 };
const photo = (key: string) => ({
  type: 'photo' as const,
  picture: key,
  alt: 'a',
  caption: 'b',
  credit: 'c',
});
const coverOf = (key: string) => ({ picture: key, alt: 'a', caption: 'b', credit: 'c' });
const lastTags = async () => (await db().outbox.findFirst({ orderBy: { id: 'desc' } }))?.tags ?? [];
const published = (content: Partial<ArticleContent>) =>
  makeArticle({ status: 'published', content: { categoryId: section, ...content } });

describe('the list', () => {
  test('finds by name, caption and credit, with or without marks, all words together', async () => {
    const bridge = await upload(reporter, 'DSC_1.png');
    const river = await upload(editor, 'sông trầm.png');
    await changePicture(
      reporter,
      {
        id: bridge.id,
        was: noWords,
        words: { ...noWords, caption: 'Cầu Văn Chài trong sương', credit: 'Khánh Vy' },
      },
      now,
    );
    const find = async (query: string, more = {}) =>
      (await listPictures(reporter, { query, page: 1, ...more })).pictures.map((found) => found.id);
    expect(await find('')).toEqual([river.id, bridge.id]);
    expect(await find('van chai')).toEqual([bridge.id]);
    expect(await find('SƯƠNG khánh')).toEqual([bridge.id]);
    expect(await find('song tram')).toEqual([river.id]);
    expect(await find('dsc')).toEqual([bridge.id]);
    expect(await find('cau khong co')).toEqual([]);
    expect(await find('', { uploadedById: editor.id })).toEqual([river.id]);
    expect((await listUploaders(reporter)).map(({ id }) => id).sort()).toEqual(
      [reporter.id, editor.id].sort(),
    );
  });

  test('days are those of Viet Nam', async () => {
    const early = await upload(reporter);
    const late = await upload(reporter);
    // 00:30 and 23:30 of 22 November there; 21 and 22 November in Greenwich.
    await db().picture.update({
      where: { id: early.id },
      data: { createdAt: new Date('2026-11-21T17:30:00Z') },
    });
    await db().picture.update({
      where: { id: late.id },
      data: { createdAt: new Date('2026-11-22T16:30:00Z') },
    });
    const on = async (from: string, to: string) =>
      (await listPictures(reporter, { query: '', page: 1, from, to })).pictures.map((found) => found.id);
    expect(await on('2026-11-22', '2026-11-22')).toEqual([late.id, early.id]);
    expect(await on('2026-11-21', '2026-11-21')).toEqual([]);
    expect(await on('2026-11-23', '2026-12-01')).toEqual([]);
  });

  test('an address that makes no sense shows the whole store', () => {
    const whole = { query: '', page: 1, uploadedById: undefined, from: undefined, to: undefined };
    expect(pictureFilter.parse({})).toEqual(whole);
    expect(
      pictureFilter.parse({ q: ['a', 'b'], nguoi: 'x', tu: '2026-13-40', den: '1', trang: '-1' }),
    ).toEqual({
      ...whole,
      query: 'a',
    });
    expect(pictureFilter.parse({ tu: '2026-11-22', trang: '3', nguoi: '7' })).toEqual({
      ...whole,
      from: '2026-11-22',
      page: 3,
      uploadedById: 7,
    });
  });
});

describe('words and focal point', () => {
  test('are changed, audited, and readers’ pages that show the picture are made anew', async () => {
    const picture = await upload(reporter);
    const inCover = await published({ cover: coverOf(picture.key) });
    const inBody = await published({ body: [photo(picture.key)] });
    const inGallery = await published({
      body: [{ type: 'gallery', photos: [coverOf(picture.key), coverOf((await upload(reporter)).key)] }],
    });
    const draft = await makeArticle({ content: { cover: coverOf(picture.key) } });
    const words = { alt: 'Cầu', caption: ' Cầu  mới ', credit: 'Vy', focalX: 0.2, focalY: 0.9 };
    const changed = await changePicture(editor, { id: picture.id, was: wordsOf(picture), words }, now);
    expect(changed).toMatchObject({ alt: 'Cầu', focalX: 0.2, focalY: 0.9 });
    expect(await lastTags()).toEqual(
      expect.arrayContaining([`article:${inCover}`, `article:${inBody}`, `article:${inGallery}`, 'newest']),
    );
    expect(await lastTags()).not.toContain(`article:${draft}`);
    const audit = await db().auditEntry.findFirstOrThrow({
      where: { action: 'picture.change', subjectId: picture.id },
    });
    expect(audit).toMatchObject({ actorId: editor.id, details: { before: { alt: '', focalX: 0.5 } } });
    expect(await db().article.findUniqueOrThrow({ where: { id: inCover } })).toMatchObject({
      coverCaption: 'b',
    });
  });

  test('the byline’s page and, for a logo, every page', async () => {
    const picture = await upload(reporter);
    const byline = await db().byline.create({ data: { name: 'Vy', slug: 'vy', pictureId: picture.id } });
    const move = async (focalX: number, was: number) =>
      await changePicture(
        chief,
        { id: picture.id, was: { ...noWords, focalX: was }, words: { ...noWords, focalX } },
        now,
      );
    await move(0.1, 0.5);
    expect(await lastTags()).toEqual([`byline:${byline.id}`]);
    await changeSettings({ logo: picture.key });
    await move(0.3, 0.1);
    expect(await lastTags()).toEqual(['site']);
  });

  test('what somebody else wrote meanwhile is not overwritten', async () => {
    const picture = await upload(reporter);
    const change = (by: Actor, words: Partial<typeof noWords>) =>
      changePicture(by, { id: picture.id, was: noWords, words: { ...noWords, ...words } }, now);
    await change(reporter, { caption: 'của phóng viên' });
    // Another field: both stay.
    await change(editor, { credit: 'Vy' });
    expect(await findPicture(editor, picture.id)).toMatchObject({ caption: 'của phóng viên', credit: 'Vy' });
    const refused = await change(editor, { caption: 'của biên tập viên' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect(refused).toMatchObject({ fields: { caption: expect.stringContaining('của phóng viên') } });
    // The same words twice is no quarrel.
    await expect(change(editor, { caption: 'của phóng viên' })).resolves.toBeDefined();
  });

  test('nothing changed is nothing done', async () => {
    const picture = await upload(reporter);
    const before = await db().auditEntry.count();
    await changePicture(reporter, { id: picture.id, was: noWords, words: noWords }, now);
    expect(await db().auditEntry.count()).toBe(before);
  });
});

describe('another file in the picture’s place', () => {
  test('is what the articles show from then on, by the old key too; the old files stay', async () => {
    const picture = await upload(reporter);
    const oldKey = picture.key;
    const id = await published({ cover: coverOf(oldKey), body: [photo(oldKey)] });
    await changePicture(
      reporter,
      { id: picture.id, was: noWords, words: { ...noWords, caption: 'Cầu', focalX: 0.1 } },
      now,
    );
    const replaced = await replaceBy(editor, picture.id, await file());
    expect(replaced).toMatchObject({
      id: picture.id,
      name: 'moi.png',
      caption: 'Cầu',
      focalX: 0.1,
      replaced: 1,
    });
    expect(replaced.key).not.toBe(oldKey);
    expect(await lastTags()).toContain(`article:${id}`);
    const found = await readPictures(db(), [oldKey, replaced.key, 'f'.repeat(24)]);
    expect(Object.keys(found).sort()).toEqual([oldKey, replaced.key].sort());
    expect(found[oldKey]?.key).toBe(replaced.key);
    for (const key of [oldKey, replaced.key]) {
      expect(existsSync(join(folder, 'media', `${key}-320.webp`))).toBe(true);
    }
    expect(await db().picture.findUniqueOrThrow({ where: { id: picture.id } })).toMatchObject({
      searchText: pictureSearchText({ originalName: 'moi.png', caption: 'Cầu', credit: '' }),
    });
    const audit = await db().auditEntry.findFirstOrThrow({ where: { action: 'picture.replace' } });
    expect(audit).toMatchObject({
      actorId: editor.id,
      subjectId: picture.id,
      details: { before: { key: oldKey } },
    });
  });

  test('an article that names the old key can still be saved', async () => {
    const picture = await upload(reporter);
    const id = await makeArticle({
      by: reporter,
      content: { categoryId: section, body: [photo(picture.key)] },
    });
    await replaceBy(editor, picture.id, await file());
    await type(reporter, id, {
      categoryId: section,
      cover: coverOf(picture.key),
      body: [photo(picture.key)],
    });
    expect((await readUses(reporter, picture.id)).articles).toMatchObject([
      { id, places: ['cover', 'body'] },
    ]);
  });

  test('and back again', async () => {
    const first = await file();
    const picture = await upload(reporter, 'cu.png', first);
    const second = await replaceBy(editor, picture.id, await file());
    const back = await replaceBy(editor, picture.id, first);
    expect(back.key).toBe(picture.key);
    expect(Object.keys(await readPictures(db(), [picture.key, second.key]))).toHaveLength(2);
    expect((await readPictures(db(), [second.key]))[second.key]?.key).toBe(picture.key);
  });

  test('the file that it has already is refused', async () => {
    const bytes = await file();
    const picture = await upload(reporter, 'a.png', bytes);
    await expect(replaceBy(editor, picture.id, bytes)).rejects.toThrow('giống hệt');
  });

  test('a file that another picture has stays that picture’s as well', async () => {
    const bytes = await file();
    const other = await upload(reporter, 'a.png', bytes);
    const picture = await upload(reporter);
    const replaced = await replaceBy(editor, picture.id, bytes);
    expect(replaced.key).not.toBe(other.key);
    expect((await readPictures(db(), [other.key]))[other.key]?.key).toBe(other.key);
    await expect(replaceBy(editor, picture.id, bytes)).rejects.toThrow('giống hệt');
  });

  test('the replaced file, sent anew, is a picture of its own: what shows its successor goes on doing so', async () => {
    const bytes = await file();
    const picture = await upload(reporter, 'a.png', bytes);
    const replaced = await replaceBy(editor, picture.id, await file());
    const anew = await upload(reporter, 'a.png', bytes);
    expect(anew.id).not.toBe(picture.id);
    expect((await readPictures(db(), [picture.key]))[picture.key]?.key).toBe(replaced.key);
    expect((await upload(editor, 'a.png', bytes)).id).toBe(anew.id);
  });

  test('what is no picture leaves it as it was', async () => {
    const picture = await upload(reporter);
    const text = new TextEncoder().encode('%PDF-1.7');
    await expect(replaceBy(editor, picture.id, text)).rejects.toThrow('PDF');
    expect((await findPicture(editor, picture.id))?.key).toBe(picture.key);
  });
});

describe('where it is used', () => {
  test('covers, bodies, what is being written, bylines, the logo; history only where it shows it no more', async () => {
    const picture = await upload(reporter);
    const cover = await published({ cover: coverOf(picture.key) });
    const edited = await published({});
    await type(editor, edited, { categoryId: section, body: [photo(picture.key)] });
    const before = await makeArticle({ by: reporter, content: { categoryId: section } });
    await type(reporter, before, { categoryId: section, body: [photo(picture.key)] });
    await db().revision.updateMany({ data: { createdAt: new Date(0) } });
    await type(reporter, before, { categoryId: section });
    await db().byline.create({ data: { name: 'Vy', slug: 'vy', pictureId: picture.id } });
    await changeSettings({ logo: picture.key });
    const uses = await readUses(editor, picture.id);
    expect(uses.articles.map(({ id, places }) => [id, places])).toEqual([
      [before, ['history']],
      [edited, ['editing']],
      [cover, ['cover']],
    ]);
    expect(uses).toMatchObject({ hidden: 0, bylines: [{ name: 'Vy' }], isLogo: true });
  });

  test('headlines that the person may not read are only counted', async () => {
    const elsewhere = await makeSection('Kinh tế');
    const picture = await upload(reporter);
    await makeArticle({ by: chief, content: { categoryId: elsewhere, cover: coverOf(picture.key) } });
    expect(await readUses(reporter, picture.id)).toMatchObject({ articles: [], hidden: 1 });
    expect(await readUses(chief, picture.id)).toMatchObject({ hidden: 0, articles: [{ status: 'draft' }] });
  });
});

describe('deleting', () => {
  test('takes the files along, those it had before included', async () => {
    const picture = await upload(reporter);
    const replaced = await replaceBy(editor, picture.id, await file());
    const other = await upload(reporter);
    await deletePicture(reporter, { id: picture.id }, now);
    expect(await db().picture.findMany({ select: { id: true } })).toEqual([{ id: other.id }]);
    const left = [...(await readdir(join(folder, 'media'))), ...(await readdir(join(folder, 'originals')))];
    expect(left.filter((name) => name.startsWith(picture.key) || name.startsWith(replaced.key))).toEqual([]);
    expect(left).toHaveLength(4);
    const audit = await db().auditEntry.findFirstOrThrow({ where: { action: 'picture.delete' } });
    expect(audit).toMatchObject({ actorId: reporter.id, subjectId: picture.id });
  });

  test.each<[string, (picture: ListedPicture) => Promise<unknown>]>([
    ['a cover', (picture) => published({ cover: coverOf(picture.key) })],
    ['a body', (picture) => makeArticle({ content: { body: [photo(picture.key)] } })],
    [
      'a working copy',
      async (picture) => {
        const id = await published({});
        await type(editor, id, { categoryId: section, body: [photo(picture.key)] });
        await db().revision.deleteMany();
      },
    ],
    [
      'an article’s history',
      async (picture) => {
        const articleId = await makeArticle({});
        const content = { ...emptyContent, cover: coverOf(picture.key) };
        await db().revision.create({ data: { articleId, number: 1, content, reason: 'save' } });
      },
    ],
    [
      'a byline',
      (picture) => db().byline.create({ data: { name: 'Vy', slug: 'vy', pictureId: picture.id } }),
    ],
    ['the logo', (picture) => changeSettings({ logo: picture.key })],
  ])('not while %s shows it, by whichever key', async (_, use) => {
    const picture = await upload(editor);
    await use(picture);
    await replaceBy(editor, picture.id, await file());
    await expect(deletePicture(editor, { id: picture.id }, now)).rejects.toBeInstanceOf(Invalid);
    expect(await db().picture.count({ where: { id: picture.id } })).toBe(1);
    expect(existsSync(join(folder, 'media', `${picture.key}-320.jpg`))).toBe(true);
  });
});

describe('who may', () => {
  test('a reporter works on their own pictures and replaces none', async () => {
    const [own, others] = [await upload(reporter), await upload(editor)];
    const change = (id: number) =>
      changePicture(reporter, { id, was: noWords, words: { ...noWords, alt: 'x' } }, now);
    await expect(change(own.id)).resolves.toBeDefined();
    await expect(change(others.id)).rejects.toBeInstanceOf(NotAllowed);
    await expect(deletePicture(reporter, { id: others.id }, now)).rejects.toBeInstanceOf(NotAllowed);
    for (const { id } of [own, others]) {
      await expect(replaceBy(reporter, id, await file())).rejects.toBeInstanceOf(NotAllowed);
    }
    expect(await findPicture(reporter, own.id)).toMatchObject({ mayChange: true, mayReplace: false });
    expect(await findPicture(reporter, others.id)).toMatchObject({ mayChange: false, mayReplace: false });
    expect(await findPicture(editor, own.id)).toMatchObject({ mayChange: true, mayReplace: true });
  });

  test('nobody uses somebody else’s upload for a replacement', async () => {
    const picture = await upload(reporter);
    const theirs = await send(chief, await file());
    await expect(replacePicture(editor, { id: picture.id, upload: theirs }, now)).rejects.toBeInstanceOf(
      NotAllowed,
    );
  });

  test('a picture that is not there is missing', async () => {
    expect(await findPicture(editor, 999_999)).toBeNull();
    await expect(deletePicture(editor, { id: 999_999 }, now)).rejects.toBeInstanceOf(Missing);
    await expect(replaceBy(editor, 999_999, await file())).rejects.toBeInstanceOf(Missing);
  });
});

describe('files in and out', () => {
  const importFolder = async (dir: string) => {
    const { sources } = await listSources([dir], dir);
    return await importArticles(sources, { folders: pictureFolders(folder), actor: null, now });
  };

  test('an imported picture has its article’s words and is found by them', async () => {
    const dir = makeTempFolder('import');
    await writeFiles(dir, {
      'a.md': articleText(
        { cover: { file: 'a.png', alt: 'Cầu dài', caption: 'Cầu Văn Chài', credit: 'Khánh Vy' } },
        '![Sông rộng](b.png "Sông Trầm | Hoài Nam")',
      ),
      'a.png': await file(),
      'b.png': await file(),
    });
    await importFolder(dir);
    const find = async (query: string) => (await listPictures(reporter, { query, page: 1 })).pictures;
    expect(await find('van chai')).toMatchObject([
      { alt: 'Cầu dài', credit: 'Khánh Vy', name: 'a.png', uploadedBy: null },
    ]);
    expect(await find('hoai nam')).toMatchObject([{ alt: 'Sông rộng', caption: 'Sông Trầm' }]);
  });

  test('an article whose picture was replaced is exported with the new file, and comes back unchanged', async () => {
    const dir = makeTempFolder('import');
    const old = await file();
    const body = '![Sông rộng](a.png "Sông Trầm | Hoài Nam")';
    await writeFiles(dir, {
      'a.md': articleText({ cover: { file: 'a.png', alt: 'Cầu' } }, body),
      'a.png': old,
    });
    await importFolder(dir);
    const [picture] = (await listPictures(editor, { query: '', page: 1 })).pictures;
    const bytes = await file();
    await replaceBy(editor, picture?.id ?? 0, bytes);
    const out = join(makeTempFolder('export'), 'out');
    const report = await exportArticles({ dir: out, folders: pictureFolders(folder) });
    expect(report).toMatchObject({ articles: 1, photos: 1 });
    expect(await readdir(join(out, 'photos'))).toEqual(['moi.png']);
    expect(new Uint8Array(await readFile(join(out, 'photos/moi.png')))).toEqual(bytes);
    expect(await importFolder(out)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    // The file it was first imported from brings nothing back either.
    expect(await importFolder(dir)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await db().picture.count()).toBe(1);
    // Another article with the replaced file gets the picture that took its place.
    await writeFiles(dir, { 'b.md': articleText({ title: 'Bài khác' }, body) });
    await importFolder(dir);
    expect(await db().picture.count()).toBe(1);
    expect((await readUses(chief, picture?.id ?? 0)).articles).toHaveLength(2);
  });

  test('pictures that were imported before the store could be searched get their words by the migration', async () => {
    const picture = await upload(reporter, 'Ảnh Đẹp.PNG');
    await published({ body: [{ type: 'paragraph', line: [] }, photo(picture.key)] });
    await published({ cover: { ...coverOf(picture.key), caption: 'sau' } });
    const lone = await upload(reporter, 'le-loi.png');
    await db().picture.updateMany({ data: { searchText: '', alt: '', caption: '', credit: '' } });
    const sql = await readFile('prisma/migrations/20261122070000_pictures/migration.sql', 'utf8');
    await runSql(database.url, sql.replace(/CREATE INDEX[^;]*;/g, ''));
    const read = (id: number) => db().picture.findUniqueOrThrow({ where: { id } });
    expect(await read(picture.id)).toMatchObject({
      alt: 'a',
      caption: 'b',
      credit: 'c',
      searchText: pictureSearchText({ originalName: 'Ảnh Đẹp.PNG', caption: 'b', credit: 'c' }),
    });
    expect(await read(lone.id)).toMatchObject({ caption: '', searchText: 'le-loi.png' });
  });
});
