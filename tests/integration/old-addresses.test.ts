import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { importRedirects } from '#lib/import/import-redirects.ts';
import { findRedirect } from '#lib/redirects/find.ts';
import { oldAddress } from '#lib/redirects/old-address.ts';
import { makeArticle, makeSection } from '#tests/support/articles.ts';
import { freshDatabase } from '#tests/support/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let section: number;

beforeAll(async () => {
  database = await freshDatabase();
  process.env['SITE_URL'] = 'https://baomochai.example';
  section = await makeSection('Thời sự');
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE redirect, article CASCADE`;
});

const published = async (title: string, sourceId: string | null = null) => {
  const id = await makeArticle({ status: 'published', content: { title, categoryId: section } });
  await db().article.update({ where: { id }, data: { sourceId } });
  return id;
};
const table = (...lines: string[]) => lines.join('\n');
const leads = async (from: string) => (await findRedirect(oldAddress(from) ?? ''))?.to ?? null;

test('an old address leads to a section, to an article by its address or by what it was called', async () => {
  const bridge = await published('Cầu mới', 'cms-12');
  const report = await importRedirects(
    table(
      'from,to',
      'http://www.baocu.example/Chinh-Tri/,/thoi-su',
      '/doc.asp?id=12&utm_source=x,source:cms-12',
      `"/tin/cau,moi.aspx",https://baomochai.example/ten-khac-${bridge}.html`,
    ),
  );
  expect(report).toEqual({ added: 3, changed: 0, unchanged: 0, problems: [] });
  expect(await leads('/Chinh-Tri')).toBe('/thoi-su');
  expect(await leads('/doc.asp?id=12')).toBe(`/cau-moi-${bridge}.html`);
  expect(await leads('/doc.asp?id=13')).toBeNull();
  expect(await leads('/tin/cau,moi.aspx?fbclid=abc')).toBe(`/cau-moi-${bridge}.html`);
});

test('an article that gets another headline is reached in one step all the same', async () => {
  const id = await published('Cầu mới', 'cms-12');
  await importRedirects('/12,source:cms-12');
  await db().article.update({ where: { id }, data: { slug: 'cau-da-thong-xe' } });
  expect(await leads('/12')).toBe(`/cau-da-thong-xe-${id}.html`);
});

test('chains lead to their end at once, within a table and over what was there', async () => {
  expect(await importRedirects(table('/b,/thoi-su', '/a,/b', '/x,/y', '/y,/a'))).toMatchObject({ added: 4 });
  expect(await importRedirects('/z,/x')).toMatchObject({ added: 1 });
  for (const old of ['/a', '/b', '/x', '/y', '/z']) expect(await leads(old), old).toBe('/thoi-su');
});

test('the same table again changes nothing; another target is a change', async () => {
  await importRedirects(table('/a,/thoi-su', '/b,/'));
  expect(await importRedirects(table('/a,/thoi-su', '/b,/thoi-su'))).toMatchObject({
    added: 0,
    changed: 1,
    unchanged: 1,
  });
});

describe('what can’t be is told with its line, and the rest is taken', () => {
  test('circles, of one, of two, over a third', async () => {
    const report = await importRedirects(table('/a,/b', '/b,/a', '/c,/a', '/d,/d', '/ok,/thoi-su'));
    expect(report.added).toBe(1);
    expect(report.problems.map((problem) => problem.split(':')[0])).toEqual(['1', '2', '3', '4']);
    expect(report.problems[0]).toBe('1: it leads in a circle: /a → /b → /a');
  });

  test('lines that are no row, and addresses that are none', async () => {
    const id = await published('Cầu mới');
    const report = await importRedirects(
      table(
        'old address;new address',
        '/a',
        'khong-phai-dia-chi,/thoi-su',
        '/b,/khong-co',
        '/c,https://bao-khac.example/x',
        '/d,source:khong-co',
        '/thoi-su,/',
        `/bat-ky-${id}.html,/thoi-su`,
        '/e,/thoi-su',
        '/e,/',
        '"xuống',
        'dòng",/thoi-su',
        '/f,/thoi-su,thừa',
      ),
    );
    expect(report.added).toBe(1);
    expect(report.problems.map((problem) => Number(problem.split(':')[0]))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 10, 11, 13,
    ]);
    expect(await leads('/e')).toBe('/thoi-su');
  });
});

test('what was written in other ways is the same address', () => {
  const same = [
    '/tin tức/?b=2&a=1',
    'https://x.example//tin%20t%E1%BB%A9c?a=1&b=2&utm_medium=rss#dau',
    '/tin tu\u031B\u0301c?a=1&b=2',
  ];
  expect(new Set(same.map(oldAddress))).toEqual(new Set(['/tin tức?a=1&b=2']));
  for (const none of ['', 'tin', 'ftp://x/y', `/${'a'.repeat(3000)}`, '/a%00b'])
    expect(oldAddress(none), none.slice(0, 9)).toBeNull();
});
