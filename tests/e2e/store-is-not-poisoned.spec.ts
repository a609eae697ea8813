import { request as httpRequest } from 'node:http';
import { expect } from '@playwright/test';
import { test } from '#tests/support/browser.ts';
import { manyArticles, type SmallSite, startSmallSite } from '#tests/support/small-site.ts';

// Whatever one client sends, the next one gets the page that everybody gets.

let site: SmallSite;
test.beforeAll(async () => {
  site = await startSmallSite(manyArticles(25));
});
test.afterAll(async () => {
  await site.stop();
});

interface Asked {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Asks with the address exactly as written: fetch and browsers would tidy it up first. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Asked> {
  const { hostname, port } = new URL(site.url);
  return await new Promise((done, fail) => {
    const request = httpRequest(
      { hostname, port, path, method, headers, insecureHTTPParser: true },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    request.on('error', fail);
    request.end();
  });
}

const poisons: [name: string, headers: Record<string, string>][] = [
  ['another host', { host: 'evil.example' }],
  ['a forwarded host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'evil' }],
  ['a forwarded path', { 'x-original-url': '/evil', 'x-rewrite-url': '/evil', 'x-matched-path': '/evil' }],
  ['cookies', { cookie: '__prerender_bypass=evil; __next_preview_data=evil; theme=evil' }],
  ['an accept', { accept: 'application/json;evil', 'accept-language': 'evil', 'accept-encoding': 'evil' }],
  ["the framework's parts", { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': 'evil' }],
  [
    "the framework's inner words",
    { 'x-middleware-subrequest': 'proxy', 'x-nextjs-data': '1', 'next-action': 'evil' },
  ],
  ['a method that overrides', { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' }],
];

for (const [number, [name, headers]] of poisons.entries()) {
  test(`${name} in the first request does not reach the second`, async () => {
    // An address that nobody has asked for yet.
    const path = `/ban-tin-thu-${number + 1}-${number + 1}.html`;
    const poisoned = await ask(path, headers);
    const clean = await ask(path);
    expect(clean.status).toBe(200);
    expect(clean.body).toContain(`<h1>Bản tin thứ ${number + 1}</h1>`);
    expect(JSON.stringify([clean.headers, clean.body])).not.toContain('evil');
    expect(poisoned.body).toBe(clean.body);
  });
}

test('what is sent to a page is refused and changes nothing', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    expect((await ask('/ban-tin-thu-20-20.html', {}, method)).status, method).toBe(405);
  }
  expect((await ask('/ban-tin-thu-20-20.html')).status).toBe(200);
});

const tricks = [
  '/ban-tin-thu-21-21.html/evil.css',
  '/ban-tin-thu-21-21.html;evil.css',
  '/ban-tin-thu-21-21.html%3bevil.css',
  '/ban-tin-thu-21-21.html%00.css',
  '/ban-tin-thu-21-21.html%2f..%2fadmin',
  '/tin-tuc%2Ftrang%2F2',
  '//tin-tuc',
  '//evil.example/tin-tuc',
  '/tin-tuc//',
  '/tin-tuc/../admin',
  '/./tin-tuc',
  '/%2e%2e/admin',
  '/\\evil.example',
  '/admin/../tin-tuc/evil.css',
  '/tin-tuc/evil.css',
  `/${'dai-'.repeat(3000)}`,
  '/%ff%fe',
  '/%',
  '/tin-tuc\u0000',
];
for (const path of tricks) {
  test(`the address ${path.slice(0, 50)} shows no page under a false name`, async () => {
    const answer = await ask(path).catch(() => null);
    // Refused by Node before any of ours saw it is as good.
    const { status, headers }: Pick<Asked, 'status' | 'headers'> = answer ?? { status: 400, headers: {} };
    expect([301, 308, 400, 404, 414, 431]).toContain(status);
    expect(String(headers['location'] ?? '')).not.toMatch(/^(https?:|[/\\])[/\\](?!localhost)/);
    expect((await ask('/tin-tuc')).status).toBe(200);
  });
}

test('a page of the newsroom is kept by nobody', async () => {
  for (const path of [
    '/admin',
    '/admin/dang-nhap',
    '/admin/bai-viet/1',
    '/admin/evil.css',
    '/admin/bai-viet/evil.css',
  ]) {
    const { status, headers } = await ask(path);
    expect([200, 303, 307, 404], path).toContain(status);
    expect(String(headers['cache-control']), path).toMatch(/no-store|private/);
  }
});
