import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { expireTags } from '#lib/page-cache/store.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import type { Handler } from '#lib/server/capture.ts';
import { closeDoor, type OpenDoor, openDoors } from '#lib/server/doors.ts';
import { getKept } from '#lib/server/kept-pages.ts';
import { readEnv } from '#lib/site/env.ts';

// What the server lets in, with a stand-in for Next that says what it was asked, and makes pages that name what they show.

// So that a thousand pages are too many.
vi.hoisted(() => Object.assign(process.env, { PAGE_CACHE_MB: '1' }));

const asked: string[] = [];
/** Pages are made only once this is resolved. */
let gate: Promise<void> = Promise.resolve();

const next: Handler = async (request, response) => {
  const url = request.url ?? '';
  asked.push(`${request.method} ${url}`);
  const path = url.split('?')[0] ?? '';
  await gate;
  tagPage('site', `of:${path}`);
  response.setHeader('content-type', 'text/html');
  response.writeHead(path.includes('wrong') ? 308 : 200).end(`<p>${path}</p>`);
};

let reader: OpenDoor;
let admin: OpenDoor;
beforeAll(async () => {
  const doors = openDoors(readEnv({ NODE_ENV: 'test', PORT: '1', ADMIN_PORT: '2' }), next);
  for (const { server } of doors) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  [reader, admin] = doors as [OpenDoor, OpenDoor];
});
afterAll(async () => {
  await Promise.all([reader, admin].map(closeDoor));
});
beforeEach(() => {
  asked.length = 0;
  gate = Promise.resolve();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

async function ask(
  path: string,
  options: { door?: OpenDoor; method?: string; body?: string } = {},
): Promise<Answer> {
  const { door = reader, method = 'GET', body } = options;
  const { port } = door.server.address() as AddressInfo;
  return await new Promise((done, fail) => {
    const headers = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', fail).end(body);
  });
}

test('a page is made once however many ask for it, and kept', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/once')));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set(['200 <p>/once</p>']),
  );
  expect((await ask('/once?utm_source=a')).text).toBe('<p>/once</p>');
  expect(asked).toEqual(['GET /once']);
});

test('beyond what can be made at once others are told to wait, and what is kept is sent', async () => {
  await ask('/kept');
  let open = () => {};
  gate = new Promise((done) => {
    open = done;
  });
  const waiting = Array.from({ length: 64 }, (_, n) => ask(`/slow-${n}`));
  // Four of them are being made, the others wait for their turn.
  await expect.poll(() => asked.length).toBe(5);
  await ask('/kept');
  const refused = await ask('/one-more');
  expect([refused.status, refused.headers['retry-after'], refused.headers['cache-control']]).toEqual([
    503,
    '10',
    'no-store',
  ]);
  expect((await ask('/kept')).status).toBe(200);
  open();
  expect((await Promise.all(waiting)).every(({ status }) => status === 200)).toBe(true);
  expect((await ask('/one-more')).status).toBe(200);
});

test('a page begun before something of it expired serves nobody who came after, and is not kept', async () => {
  const path = '/overtaken';
  const gates: (() => void)[] = [];
  const slow: Handler = async (_, response) => {
    const text = `<p>making ${gates.length + 1}</p>`;
    await new Promise<void>((done) => void gates.push(done));
    tagPage('site', `of:${path}`);
    response.writeHead(200).end(text);
  };
  const [door] = openDoors(readEnv({ NODE_ENV: 'test', PORT: '1' }), slow);
  if (!door) throw new Error('no door');
  door.server.listen(0, '127.0.0.1');
  await once(door.server, 'listening');
  const before = ask(path, { door });
  await expect.poll(() => gates.length).toBe(1);
  expireTags([`of:${path}`]);
  const after = [ask(path, { door }), ask(path, { door })];
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.();
  expect((await Promise.all(after)).map(({ text }) => text)).toEqual(['<p>making 2</p>', '<p>making 2</p>']);
  gates[0]?.();
  expect((await before).text).toBe('<p>making 1</p>');
  expect((await ask(path, { door })).text).toBe('<p>making 2</p>');
  expect(gates).toHaveLength(2);
  await closeDoor(door);
});

test('what names nothing that it shows is no page of readers’, and made anew for each who asks', async () => {
  let calls = 0;
  const [door] = openDoors(readEnv({ NODE_ENV: 'test', PORT: '1' }), async (_, response) => {
    calls++;
    response.writeHead(200).end('never kept');
  });
  if (!door) throw new Error('no door');
  door.server.listen(0, '127.0.0.1');
  await once(door.server, 'listening');
  expireTags(['anything']);
  expect((await ask('/never-kept', { door })).text).toBe('never kept');
  expect(calls).toBe(1);
  await ask('/never-kept', { door });
  expect(calls).toBe(2);
  await closeDoor(door);
});

test('spellings without end of one address, and addresses that lead elsewhere, push nothing out', async () => {
  await ask('/first');
  for (let n = 0; n < 300; n++) {
    await ask(`/wrong-wording-${n}-1.html`);
    await ask(`/%66irst?n=${n}`);
    await ask(`/f${'%69'.repeat(n % 20)}${n}`);
    await ask(`/fir%73t-${n}`);
  }
  expect(getKept('/first')).not.toBeNull();
});

test('a whole address leads where its path leads', async () => {
  expect((await ask('http://evil.example/whole')).text).toBe('<p>/whole</p>');
  expect((await ask('/whole')).text).toBe('<p>/whole</p>');
  expect(asked).toEqual(['GET /whole']);
  expect((await ask('*')).status).toBe(400);
});

test('readers’ door does not lead to the newsroom, however it is spelled', async () => {
  for (const path of [
    '/admin',
    '/admin/dang-nhap',
    '/%61dmin',
    '/%61dmin/x',
    '/admin%2fx',
    'http://x/admin',
  ]) {
    expect((await ask(path)).status, path).toBe(404);
  }
  expect(asked).toEqual([]);
  expect((await ask('/admin', { door: admin })).status).toBe(200);
  expect((await ask('/tin-tuc', { door: admin })).status).toBe(404);
});

test('what is only named like a file is a page, and made once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => ask('/random.js')));
  expect(asked).toEqual(['GET /random.js']);
});

test('nothing is sent to a page', async () => {
  expect(await ask('/x', { method: 'POST', body: 'a' })).toMatchObject({
    status: 405,
    headers: { connection: 'close' },
  });
  expect(await ask('/x', { body: 'a' })).toMatchObject({ status: 413, headers: { connection: 'close' } });
  expect(asked).toEqual([]);
});
