import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { pageTypes } from '#tests/support/page-types.ts';

const noRedirect = { maxRedirects: 0 };

test('the number decides: any wording leads to the article’s one address', async ({ request }) => {
  const wrong = await request.get('/khong-dung-ten-1.html', noRedirect);
  expect([301, 308]).toContain(wrong.status());
  const right = wrong.headers()['location'] ?? '';
  expect(new URL(right, 'http://x').pathname).toMatch(/^\/cau-van-chai-[a-z0-9-]+-1\.html$/);
  expect((await request.get(right, noRedirect)).status()).toBe(200);
});

test('the first page of a list has one address', async ({ request }) => {
  for (const [numbered, plain] of [
    ['/tin-tuc/trang/1', '/tin-tuc'],
    ['/thoi-su/do-thi/trang/1', '/thoi-su/do-thi'],
    ['/tag/giao-thong/trang/1', '/tag/giao-thong'],
  ] as const) {
    const answer = await request.get(numbered, noRedirect);
    expect([301, 308]).toContain(answer.status());
    expect(answer.headers()['location']).toMatch(new RegExp(`${plain}$`));
  }
});

for (const path of [
  '/khong-co',
  '/khong-co/con',
  '/a/b/c/d/e',
  '/x-999999.html',
  '/x-0.html',
  '/x-99999999999.html',
  '/tin-tuc/trang/0',
  '/tin-tuc/trang/999',
  '/tin-tuc/trang/abc',
  '/tin-tuc/khong-co',
  '/tag/khong-co',
  '/chu-de/khong-co',
  '/tac-gia/khong-co',
  '/tim-kiem?q=cau&trang=500',
  '/tim-kiem?q=cau&trang=x',
  '/_',
  '/%E0%A4%A',
]) {
  test(`${path} is not found, with the search box, in the paper's dress`, async ({ request }) => {
    const answer = await request.get(path, noRedirect);
    expect([400, 404]).toContain(answer.status());
    if (answer.status() === 400) return;
    const html = await answer.text();
    expect(html).toContain('<h1>Không tìm thấy trang này</h1>');
    expect(html).toContain('type="search"');
    expect(html).toContain('Chuyên mục');
  });
}

for (const { kind, path, status } of pageTypes) {
  test(`${kind}: GET and HEAD, headers for browsers and CDNs`, async ({ request }) => {
    const get = await request.get(path);
    const head = await request.head(path);
    expect([get.status(), head.status()]).toEqual([status, status]);
    expect((await head.body()).length).toBe(0);
    expect(get.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(get.headers()['cache-control']).toMatch(/public.*s-maxage=\d+/);
    expect(get.headers()['set-cookie']).toBeUndefined();
    if (status !== 200) return;
    const { etag = '', 'last-modified': modified = '' } = get.headers();
    expect(head.headers()['etag']).toBe(etag);
    expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
    expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status()).toBe(304);
    expect((await request.get(path, { headers: { 'If-None-Match': '"other"' } })).status()).toBe(200);
    expect((await request.get(path, { headers: { 'If-Modified-Since': modified } })).status()).toBe(304);
  });
}

test('a page is the same in every encoding', async ({ baseURL }) => {
  const texts = await Promise.all(
    ['br', 'gzip', 'identity', 'br;q=0, gzip'].map(async (encoding) => {
      const answer = await fetch(`${baseURL}/tin-tuc`, { headers: { 'Accept-Encoding': encoding } });
      const expected = encoding === 'br;q=0, gzip' ? 'gzip' : encoding === 'identity' ? null : encoding;
      expect(answer.headers.get('content-encoding')).toBe(expected);
      return await answer.text();
    }),
  );
  expect(new Set(texts).size).toBe(1);
});

test('pictures outside the picture folder can’t be asked for', async ({ request }) => {
  for (const path of [
    '/media/..%2f..%2fkeys%2fdatabase-password',
    '/media/%2e%2e/keys',
    '/media/a.jpg',
    '/media/x%00.jpg',
  ]) {
    expect((await request.get(path)).status(), path).toBeGreaterThanOrEqual(400);
  }
});

test('robots are told where not to go', async ({ request }) => {
  const text = await (await request.get('/robots.txt')).text();
  expect(text).toContain('Disallow: /admin');
  expect(text).toContain('Disallow: /tim-kiem');
});

test('nothing that a client sends changes the page that others get', async ({ request }) => {
  const address = '/thoi-su/trang/1000?poison=1';
  for (const path of ['/the-thao', '/khoa-hoc', address]) {
    const tricks: Record<string, string>[] = [
      { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-State-Tree': '%5B%22%22%5D' },
      { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher', Forwarded: 'host=evil.example' },
      { Cookie: '__prerender_bypass=1; __next_preview_data=x', 'x-middleware-subrequest': 'proxy' },
      { 'x-nextjs-data': '1', 'x-matched-path': '/admin', Purpose: 'prefetch', Accept: 'text/x-component' },
    ];
    const answers = [];
    for (const headers of tricks) answers.push(await (await request.get(path, { headers })).text());
    answers.push(await (await request.get(path)).text());
    expect(new Set(answers).size, path).toBe(1);
    expect(answers[0]).toContain('<!DOCTYPE html>');
    expect(answers[0]).not.toContain('evil.example');
  }
});

test('what campaigns add to an address leads to the same page', async ({ request }) => {
  const plain = await request.get('/van-hoa');
  const tracked = await request.get('/van-hoa?utm_source=zalo&fbclid=abc');
  expect(await tracked.text()).toBe(await plain.text());
  expect(tracked.headers()['etag']).toBe(plain.headers()['etag']);
});
