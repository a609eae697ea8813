import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArticleFile } from '#lib/import/article-file.ts';
import { ArticleProblem } from '#lib/import/article-problem.ts';
import { readInstant, writeInstant } from '#lib/import/instant.ts';
import { listSources } from '#lib/import/list-sources.ts';
import { findPhoto } from '#lib/import/photo-paths.ts';
import { showProgress } from '#lib/import/progress.ts';
import { articleText, makeFolder, writeFiles } from '#tests/support/sample-files.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readArticleFile(bytesOf(text), 'a');

async function problemOf(job: () => unknown): Promise<string> {
  try {
    await job();
  } catch (error) {
    if (error instanceof ArticleProblem) return `${error.line}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('an article file', () => {
  test('all that it can say', () => {
    const { values, sourceId, blocks, lineOf } = read(
      articleText(
        {
          title: 'Đo\u0323c  thêm',
          category: 'Thời sự / Chính trị',
          type: 'feature',
          updatedAt: '2026-03-02T09:30:00Z',
          agency: 'TTTĐ',
          authors: ['Lê Hà'],
          tags: ['cầu'],
          topic: 'Cầu Bến Tre',
          related: ['Một', 12],
          cover: { file: '../photos/a.jpg', alt: 'Cầu' },
          sourceId: 'khoá-1',
        },
        'Một.\n\nHai.',
      ),
    );
    expect(values).toMatchObject({
      title: 'Đọc thêm',
      category: ['Thời sự', 'Chính trị'],
      type: 'feature',
      publishedAt: new Date('2026-03-01T01:00:00Z'),
      updatedAt: new Date('2026-03-02T09:30:00Z'),
      related: ['Một', '12'],
      cover: { file: '../photos/a.jpg', alt: 'Cầu', caption: '', credit: '' },
    });
    expect(sourceId).toBe('khoá-1');
    expect(blocks).toHaveLength(2);
    expect(lineOf('cover', 'file')).toBe(13);
    expect(lineOf('related', 1)).toBe(12);
    expect(lineOf('nothing')).toBe(1);
  });

  test('a mark of the byte order, and the line ends of Windows and of old Macs', () => {
    const text = articleText({}, 'Một.\n\nHai.');
    const plain = read(text);
    expect(read(`\uFEFF${text}`).blocks).toEqual(plain.blocks);
    expect(read(text.replaceAll('\n', '\r\n')).blocks).toEqual(plain.blocks);
    expect(read(text.replaceAll('\n', '\r')).values).toEqual(plain.values);
  });

  test("a draft needs neither time nor sapo; the file's name is its key", () => {
    const { values, sourceId } = read(articleText({ publishedAt: undefined, sapo: '' }));
    expect(values.publishedAt).toBeUndefined();
    expect(sourceId).toBe('a');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no title', { title: undefined }, '1: "title" is missing'],
    ['an empty title', { title: ' \u200b ' }, '2: "title" is empty'],
    ['a number for a title', { title: 2025 }, '2: "title" must be text; put it between quotes'],
    ['an endless title', { title: 'a'.repeat(301) }, '2: "title" is longer than 300 letters'],
    [
      'an unknown key',
      { titel: 'x', title: undefined },
      '5: unknown key "titel"; there are title, category,',
    ],
    [
      'an unknown key of the cover',
      { cover: { file: 'a', nguon: 'x' } },
      '6: unknown key "nguon"; there are file,',
    ],
    ['no section', { category: undefined }, '1: "category" is missing'],
    ['three levels', { category: 'a/b/c' }, `3: "category" can't be: sections have two levels`],
    ['half a path', { category: 'Thời sự/' }, `3: "category" can't be: a section has a name`],
    ['an address of the site', { category: 'Tìm kiếm' }, '/tim-kiem is the site'],
    ['an impossible date', { publishedAt: '2025-02-30T08:00:00+07:00' }, '4: "publishedAt" is impossible'],
    ['an impossible hour', { publishedAt: '2025-02-20T25:00:00+07:00' }, '4: "publishedAt" is impossible'],
    ['no offset', { publishedAt: '2025-02-20T08:00:00' }, '4: "publishedAt" needs a time and an offset'],
    ['a day', { publishedAt: '2025-02-20' }, '4: "publishedAt" needs a time and an offset'],
    ['a date of ours', { publishedAt: '20/02/2025 08:00' }, '4: "publishedAt" must be a moment such as'],
    ['changed before it was out', { updatedAt: '2026-02-28T08:00:00+07:00' }, '6: "updatedAt" is before'],
    [
      'a draft that was changed',
      { publishedAt: undefined, updatedAt: '2026-02-28T08:00:00+07:00' },
      'without publishedAt',
    ],
    ['no sapo', { sapo: undefined }, '1: "sapo" is missing'],
    ['an empty sapo', { sapo: '' }, '5: "sapo" is empty'],
    ['one tag, no list', { tags: 'cầu' }, '6: "tags" must be a list'],
    ['a tag that is a number', { tags: ['cầu', 5] }, '6: "tags.1" must be text'],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, '6: "tags" has more than 20 tags'],
    ['six picks', { related: ['a', 'b', 'c', 'd', 'e', 'f'] }, '6: "related" has more than 5 links'],
    ['a cover without a file', { cover: { alt: 'x' } }, '"cover.file" is missing'],
    ['a type of its own', { type: 'poem' }, '6: "type" '],
  ])('%s', async (_, front, words) => {
    const found = await problemOf(() => read(articleText(front)));
    expect(found).toContain(words);
    expect(found).not.toContain('\n');
  });

  test.each([
    ['no front matter', 'Chỉ có chữ.', '1: the file does not begin with front matter'],
    ['no end of it', '---\ntitle: "a"\n', '1: the front matter has no end'],
    ['an empty file', '', '1: the file does not begin'],
    ['nothing in it', '---\n---\nMột.', '2: the front matter must be lines'],
    ['bad YAML', '---\ntitle: "a\ncategory: b\n---\n', "the front matter can't be read"],
    ['the same key twice', '---\ntitle: "a"\ntitle: "b"\n---\n', "3: the front matter can't be read"],
    ['an anchor', '---\ntitle: &a "x"\nsapo: *a\n---\n', 'anchor'],
    ['a tag of YAML', '---\ntitle: !!js/function "x"\n---\n', "2: the front matter can't be read"],
    ['HTML in the body', articleText({}, 'Một.\n\n<b>Hai</b>'), '10: HTML'],
  ])('%s', async (_, text, words) => {
    expect(await problemOf(() => read(text))).toContain(words);
  });

  test('what is not UTF-8 is told with its line', async () => {
    const bytes = Buffer.concat([Buffer.from(articleText()), Buffer.from('\nH\xE0 N\xF4i\n', 'latin1')]);
    expect(await problemOf(() => readArticleFile(bytes, 'a'))).toMatch(/^10: this line is not UTF-8/);
  });

  test('a file of more than 2 MB', async () => {
    expect(await problemOf(() => read(articleText({}, 'a'.repeat(2_100_000))))).toContain('2 MB');
  });
});

test('moments are read with their offset, and written in the time of Viet Nam', () => {
  expect(readInstant('2025-02-16T14:16:00+07:00')).toEqual(new Date('2025-02-16T07:16:00Z'));
  expect(readInstant('2025-02-16T14:16-03:30')).toEqual(new Date('2025-02-16T17:46:00Z'));
  expect(readInstant('2024-02-29T00:00:00.5Z')).toEqual(new Date('2024-02-29T00:00:00.500Z'));
  expect(readInstant('2025-02-29T00:00:00Z')).toContain('impossible');
  expect(readInstant('2025-02-16T14:16:00+15:00')).toContain('impossible');
  expect(writeInstant(new Date('2025-02-16T07:16:00Z'))).toBe('2025-02-16T14:16:00+07:00');
  expect(writeInstant(new Date('2025-12-31T17:00:00.123Z'))).toBe('2026-01-01T00:00:00.123+07:00');
});

describe('on the disk', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await makeFolder();
    await writeFiles(folder, {
      'secret.jpg': 'x',
      'paper/articles/a.md': 'x',
      'paper/articles/old/b.md': 'x',
      'paper/articles/.draft/c.md': 'x',
      'paper/articles/note.txt': 'x',
      'paper/photos/a.jpg': 'x',
      'paper/photos/ảnh một.jpg': 'x',
      'paper/photos/100%.jpg': 'x',
    });
    await symlink(join(folder, 'secret.jpg'), join(folder, 'paper/photos/out.jpg'));
    await symlink('a.jpg', join(folder, 'paper/photos/in.jpg'));
    await symlink('/etc', join(folder, 'paper/photos/etc'));
    await symlink(join(folder, 'paper/articles/a.md'), join(folder, 'paper/articles/link.md'));
    await mkdir(join(folder, 'paper/photos/sub'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const find = (file: string, article = 'paper/articles/a.md', given = 'paper/articles') =>
    findPhoto(file, 7, { path: join(folder, article), folder: join(folder, given) });

  test.each([
    ['../photos/a.jpg', 'a.jpg'],
    ['../photos/in.jpg', 'a.jpg'],
    ['../photos/ảnh một.jpg', 'ảnh một.jpg'],
    ['../photos/%E1%BA%A3nh%20m%E1%BB%99t.jpg', 'ảnh một.jpg'],
    ['../photos/100%.jpg', '100%.jpg'],
    ['../articles/../photos/a.jpg', 'a.jpg'],
  ])('%s is found', async (file, name) => {
    expect(await find(file)).toBe(join(folder, 'paper/photos', name));
  });

  test('a folder given widens where photos may be', async () => {
    const article = 'paper/articles/old/b.md';
    expect(await problemOf(() => find('../../photos/a.jpg', article, 'paper/articles/old'))).toContain(
      'leads out',
    );
    expect(await find('../../photos/a.jpg', article, 'paper')).toBe(join(folder, 'paper/photos/a.jpg'));
  });

  test.each([
    ['../../etc/passwd', 'leads out of the folder'],
    ['../../../../../../etc/passwd', 'leads out of the folder'],
    ['../../secret.jpg', 'leads out of the folder'],
    ['..%2F..%2Fsecret.jpg', 'leads out of the folder'],
    ['../photos/out.jpg', 'leads out of the folder'],
    ['../photos/etc/passwd', 'leads out of the folder'],
    ['/etc/passwd', 'must be a path relative'],
    ['\\\\server\\a.jpg', 'must be a path relative'],
    ['C:\\a.jpg', 'must be a path relative'],
    ['https://example.vn/a.jpg', 'is an address'],
    ['file:///etc/passwd', 'is an address'],
    ['../photos/a\0.jpg', 'must be a path relative'],
    ['../photos/none.jpg', 'is not there'],
    ['../photos/sub', 'is not a file'],
  ])('%s is refused', async (file, words) => {
    const found = await problemOf(() => find(file));
    expect(found).toContain(words);
    expect(found).toMatch(/^7: /);
  });

  test('the files that a command line names, each once, links and other files told', async () => {
    const { sources, problems } = await listSources(
      ['paper', 'paper/articles/a.md', 'none', 'paper/articles/note.txt'],
      folder,
    );
    expect(sources.map((source) => source.name)).toEqual(['paper/articles/a.md', 'paper/articles/old/b.md']);
    expect(sources[0]?.folder).toBe(join(folder, 'paper'));
    expect(problems).toEqual([
      'paper/articles/link.md:1: the file is a symbolic link; name the file that it leads to',
      'none:1: there is no such file or folder',
      'paper/articles/note.txt:1: an article file has a name that ends in .md',
    ]);
  });
});

describe('progress', () => {
  test('in a log, a line for each tenth', () => {
    let written = '';
    const progress = showProgress('Importing', { write: (text) => (written += text) });
    for (let done = 1; done <= 1000; done++) progress.update(done, 1000);
    progress.note('a problem');
    progress.end();
    expect(written.split('\n')).toHaveLength(12);
    expect(written).toContain('Importing 1000/1000 (100 %)');
  });

  test('on a terminal, one line drawn anew, and notes above it', () => {
    let written = '';
    const screen = { isTTY: true, columns: 200, write: (text: string) => (written += text) };
    const progress = showProgress('Importing', screen);
    progress.update(1, 2);
    progress.note('a problem');
    progress.update(2, 2);
    progress.end();
    expect(written.split('\n')).toHaveLength(2);
    expect(written).toContain('\u001B[2Ka problem\nImporting ████████████░░░░░░░░░░░░ 1/2');
    expect(written.endsWith('\u001B[2K')).toBe(true);
  });
});
