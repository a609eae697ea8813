import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as mediaFiles from '#lib/media/media-file.ts';
import { getFileWire } from '#lib/server/files/kept-files.ts';
import { serveFile } from '#lib/server/files/serve-file.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

vi.mock('#lib/media/media-file.ts', { spy: true });

// Pictures as our server sends them: from disk the first time, then from memory for as long as the file is there.

const dataDir = makeTempFolder('served-files');
const folder = join(dataDir, 'media');
const server: Server = createServer(async (request, response) => {
  const wasSent = await serveFile(new URL(request.url ?? '', 'http://x').pathname, request, response);
  if (!wasSent) response.writeHead(418).end();
});

let next = 0;
/** A picture's name that no other test has. */
const newName = (): string => `${String(++next).padStart(24, '0')}-320.avif`;

function writePicture(name: string, bytes: Buffer): string {
  writeFileSync(join(folder, name), bytes);
  utimesSync(join(folder, name), 1_750_000_000, 1_750_000_000);
  return `/media/${name}`;
}

const ask = async (address: string, init: RequestInit = {}): Promise<Response> =>
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, init);

const bodyOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

beforeAll(async () => {
  mkdirSync(folder);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  vi.stubEnv('DATA_DIR', dataDir);
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('a picture is sent as it lies there, to be kept for ever', async () => {
  const bytes = Buffer.from('a picture');
  const address = writePicture(newName(), bytes);
  for (const _ of ['from disk', 'from memory']) {
    const answer = await ask(address, { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/avif',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'last-modified': new Date(1_750_000_000_000).toUTCString(),
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.has('content-encoding')).toBe(false);
    expect(await bodyOf(answer)).toEqual(bytes);
  }
  const head = await ask(address, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
});

test('who has a picture is not sent it again, also by the tag that it had before', async () => {
  const name = newName();
  const address = writePicture(name, Buffer.from('a picture'));
  const etag = (await ask(address)).headers.get('etag') ?? '';
  const modified = new Date(1_750_000_000_000).toUTCString();
  for (const condition of [
    { 'If-None-Match': etag },
    { 'If-None-Match': `W/"x", "${name}"` },
    { 'If-Modified-Since': modified },
  ]) {
    const answer = await ask(address, { headers: condition as Record<string, string> });
    expect([answer.status, (await bodyOf(answer)).length]).toEqual([304, 0]);
  }
  expect((await ask(address, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
});

test('a picture that was asked for is ready in one piece, in whatever encoding is asked for', async () => {
  const address = writePicture(newName(), Buffer.from('a picture'));
  expect(getFileWire(address, 'br', Date.now())).toBeUndefined();
  await ask(address);
  for (const encoding of ['br', 'gzip', 'identity'] as const) {
    expect(getFileWire(address, encoding, Date.now())?.bytes.toString()).toMatch(/\r\n\r\na picture$/);
  }
});

test('a deleted picture is gone within seconds', async () => {
  const name = newName();
  const address = writePicture(name, Buffer.from('a picture'));
  await ask(address);
  rmSync(join(folder, name));
  vi.setSystemTime(Date.now() + 5000);
  expect(getFileWire(address, 'br', Date.now())).toBeUndefined();
  expect((await ask(address)).status).toBe(418);
});

test('a picture that is asked for all the time is looked after as well', async () => {
  const name = newName();
  const address = writePicture(name, Buffer.from('a picture'));
  await ask(address);
  vi.setSystemTime(Date.now() + 1500);
  expect(getFileWire(address, 'br', Date.now())).toBeDefined();
  rmSync(join(folder, name));
  vi.setSystemTime(Date.now() + 1500);
  // Who asks just then may still get it; the look is under way.
  getFileWire(address, 'br', Date.now());
  await vi.waitFor(() => expect(getFileWire(address, 'br', Date.now())).toBeUndefined());
});

test('however many ask for a picture at once, its file is looked for once', async () => {
  const address = writePicture(newName(), Buffer.from('a picture'));
  await ask(address);
  const before = vi.mocked(mediaFiles.findMediaFile).mock.calls.length;
  for (let asked = 0; asked < 100; asked++) {
    vi.setSystemTime(Date.now() + (asked === 0 ? 1500 : 10));
    expect(getFileWire(address, 'br', Date.now())).toBeDefined();
  }
  expect(vi.mocked(mediaFiles.findMediaFile).mock.calls.length).toBe(before + 1);
});

test('a large picture is left to be sent piece by piece, and none but a picture is found', async () => {
  const large = writePicture(newName(), Buffer.alloc(300 * 1024));
  writeFileSync(join(dataDir, 'secret'), 'a secret');
  writeFileSync(join(folder, 'note.txt'), 'a note');
  for (const address of [
    large,
    '/media/note.txt',
    '/media/..%2fsecret',
    '/media/',
    '/media/a/b',
    '/secret',
  ]) {
    expect((await ask(address)).status, address).toBe(418);
  }
});
