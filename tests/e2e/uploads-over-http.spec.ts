import { once } from 'node:events';
import { connect } from 'node:net';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { test } from '#tests/support/browser.ts';
import { makeStaff, signIn } from '#tests/support/staff.ts';

// The protocol itself, spoken to the site without the page's script: what a browser would never do, and what a
// connection does.

const path = '/admin/api/tep';
const protocol = { 'Tus-Resumable': '1.0.0' };

async function open(page: Page): Promise<APIRequestContext> {
  await signIn(page, await makeStaff('reporter', ['thoi-su']), '/admin/anh');
  return page.request;
}

let shade = 0;
async function noise(width = 900, height = 600): Promise<Buffer> {
  const pattern = { type: 'gaussian' as const, mean: 90 + (shade++ % 60), sigma: 70 };
  return await sharp({ create: { width, height, channels: 3, noise: pattern, background: 'red' } })
    .jpeg()
    .toBuffer();
}

async function begin(request: APIRequestContext, length: number): Promise<string> {
  const filename = Buffer.from('a.jpg').toString('base64');
  const answer = await request.post(path, {
    headers: { ...protocol, 'Upload-Length': String(length), 'Upload-Metadata': `filename ${filename}` },
  });
  expect(answer.status()).toBe(201);
  return answer.headers()['location'] ?? '';
}

const piece = (request: APIRequestContext, address: string, offset: number, data: Buffer) =>
  request.patch(address, {
    headers: {
      ...protocol,
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    },
    data,
  });

const standing = async (request: APIRequestContext, address: string): Promise<number> =>
  Number((await request.head(address, { headers: protocol })).headers()['upload-offset']);

const finish = (request: APIRequestContext, address: string) => request.post(address, { data: {} });

test('a line that is cut in the middle of a piece: what has arrived stays, the rest makes it whole', async ({
  page,
  baseURL,
}) => {
  const request = await open(page);
  const bytes = await noise();
  const address = await begin(request, bytes.length);
  const { hostname, port, host } = new URL(baseURL ?? '');
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const line = connect(Number(port), hostname);
  await once(line, 'connect');
  const head = [
    `PATCH ${address} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${cookies}`,
    'Tus-Resumable: 1.0.0',
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${bytes.length}`,
  ];
  const half = Math.floor(bytes.length / 2);
  line.write(`${head.join('\r\n')}\r\n\r\n`);
  line.write(bytes.subarray(0, half));
  await new Promise((resolve) => setTimeout(resolve, 300));
  line.resetAndDestroy();
  // What was still on its way may be lost with the line; what the server has, it has in order.
  await expect.poll(() => standing(request, address)).toBeGreaterThan(0);
  const arrived = await standing(request, address);
  expect(arrived).toBeLessThanOrEqual(half);
  expect((await piece(request, address, arrived, bytes.subarray(arrived))).status()).toBe(204);
  const made = await finish(request, address);
  expect(made.status()).toBe(200);
  const { value } = await made.json();
  expect(value).toMatchObject({ width: 900, height: 600, name: 'a.jpg' });
  expect((await request.get(`/media/${value.key}-640.avif`)).headers()['content-type']).toBe('image/avif');
});

test('two at once, lies about the length, names that are paths: refused in words', async ({ page }) => {
  const request = await open(page);
  const bytes = await noise();
  const address = await begin(request, bytes.length);
  const both = await Promise.all([piece(request, address, 0, bytes), piece(request, address, 0, bytes)]);
  expect(both.map((answer) => answer.status()).sort()).toEqual([204, 409]);
  expect((await finish(request, address)).status()).toBe(200);

  const small = await begin(request, 100);
  expect((await piece(request, small, 0, bytes)).status()).toBe(413);
  const tooLarge = await request.post(path, {
    headers: { ...protocol, 'Upload-Length': String(51 * 1024 * 1024) },
  });
  expect(tooLarge.status()).toBe(413);
  expect(await tooLarge.json()).toMatchObject({ ok: false, message: expect.stringContaining('50 MB') });
  for (const name of ['..%2F..%2Fauth-secret', '%2e%2e%2fauth-secret', 'a/b', '0'.repeat(32)]) {
    expect((await request.head(`${path}/${name}`, { headers: protocol })).status(), name).toBe(404);
  }
  // Nothing is read back from here, not even by whoever sent it.
  expect((await request.get(address)).status()).toBe(405);
  const text = await begin(request, 5);
  await piece(request, text, 0, Buffer.from('hello'));
  const refused = await finish(request, text);
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({
    problem: 'invalid',
    message: expect.stringContaining('không phải ảnh'),
  });
});

test('signed out, or another person: no door opens', async ({ page, browser, baseURL }) => {
  const request = await open(page);
  const bytes = await noise();
  const address = await begin(request, bytes.length);
  const all = (client: APIRequestContext) => [
    piece(client, address, 0, bytes),
    client.head(address, { headers: protocol }),
    client.delete(address, { headers: protocol }),
    finish(client, address),
  ];
  const out = await browser.newContext(baseURL ? { baseURL } : {});
  for (const answer of await Promise.all(all(out.request))) expect(answer.status()).toBe(401);
  const begun = await out.request.post(path, { headers: { ...protocol, 'Upload-Length': '10' } });
  expect(begun.status()).toBe(401);
  const stranger = await open(await out.newPage());
  for (const answer of await Promise.all(all(stranger))) expect(answer.status()).toBe(403);
  expect(await standing(request, address)).toBe(0);
  await out.close();
});

test('another site can’t send: the browser is told of no leave', async ({ page }) => {
  const request = await open(page);
  const asked = await request.fetch(path, {
    method: 'OPTIONS',
    headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
  });
  expect(asked.headers()['access-control-allow-origin']).toBeUndefined();
  const sent = await request.post(path, {
    headers: { ...protocol, Origin: 'https://evil.example', 'Upload-Length': '10' },
  });
  expect(sent.headers()['access-control-allow-origin']).toBeUndefined();
  const plain = await request.post(`${path}/${'0'.repeat(32)}`, {
    headers: { 'Content-Type': 'text/plain' },
    data: '{}',
  });
  expect(plain.status()).toBe(422);
});
