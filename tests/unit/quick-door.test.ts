import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expireTags, setPage } from '#lib/page-cache/store.ts';
import { finishPage } from '#lib/server/finished-page.ts';
import { getKept, keep } from '#lib/server/kept-pages.ts';
import { connectionLimits, limitConnections, mayAsk } from '#lib/server/limits.ts';
import { type MakeWire, openQuickDoor } from '#lib/server/quick-door.ts';
import { servePage } from '#lib/server/serve-page.ts';
import { prepareWire } from '#lib/server/wire.ts';

// The door that answers plain requests in one piece, with Node's HTTP behind it for all else: readers can't tell which of
// them answered.

const text = `<h1>Cầu Văn Chài</h1>${'<p>thông xe sáng nay</p>'.repeat(400)}`;
const path = '/cau-van-chai-1.html';
const seenByNode: string[] = [];
const http = createServer(connectionLimits, (request, response) => {
  if (!mayAsk(request, response)) return;
  seenByNode.push(`${request.method} ${request.url}`);
  if (request.method === 'POST') request.resume().on('end', () => response.end('posted'));
  else
    void servePage(
      async (_, answer) => void answer.writeHead(404).end('none'),
      'bao.example',
      request,
      response,
    );
});
limitConnections(http);

/** What a path that is not ready is made into, as the pages' own maker does it; and how long that takes. */
const beingMade: Record<string, { ms: number; made: string | null }> = {};
const makeWire: MakeWire = (target, encoding) => {
  const found = beingMade[target];
  if (!found) return null;
  return sleep(found.ms).then(() => {
    if (found.made === null) return null;
    const body = Buffer.from(found.made);
    const answer = { status: 200, headers: {}, hash: 'made', encoded: { identity: body } };
    const page = finishPage(target, answer, []);
    prepareWire(page, encoding, encoding === 'br' ? brotliCompressSync(body) : gzipSync(body));
    return page.wires?.[encoding] ?? null;
  });
};
const door = openQuickDoor(http, makeWire);

async function keepPage(): Promise<void> {
  const made = {};
  const headers = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'strict-origin' };
  setPage('key', made, ['article:1'], 10);
  const answer = { status: 200, headers, hash: 'hash', encoded: { identity: Buffer.from(text) } };
  keep(path, finishPage(path, answer, ['article:1']), {
    key: 'key',
    made,
  });
  while (!getKept(path)?.wires) await sleep(5);
  // The first who takes no Brotli has gzip made for all who follow.
  await ask(get('Accept-Encoding: gzip\r\n'));
}

beforeAll(async () => {
  door.server.listen(0, '127.0.0.1');
  await once(door.server, 'listening');
  await keepPage();
});
afterAll(async () => {
  const closed = once(door.server, 'close');
  door.server.close();
  door.closeAll();
  await closed;
});

const open = (): Socket => connect((door.server.address() as AddressInfo).port, '127.0.0.1');
const get = (headers = '', at = path) => `GET ${at} HTTP/1.1\r\nHost: bao.example\r\n${headers}\r\n`;

interface Answer {
  status: string;
  headers: string[];
  body: Buffer;
}

/** Reads so many answers off a connection; each says how long it is. */
async function answers(socket: Socket, count: number, hasBody = true): Promise<Answer[]> {
  const found: Answer[] = [];
  let rest = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf('\r\n\r\n'); end >= 0; end = rest.indexOf('\r\n\r\n')) {
      const [status = '', ...headers] = rest.toString('latin1', 0, end).split('\r\n');
      const told = headers.find((line) => /^content-length:/i.test(line))?.split(':')[1];
      const length = hasBody ? Number(told ?? 0) : 0;
      if (rest.length < end + 4 + length) break;
      found.push({
        status,
        headers: headers.map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase())),
        body: rest.subarray(end + 4, end + 4 + length),
      });
      rest = rest.subarray(end + 4 + length);
      if (found.length === count) return found;
    }
  }
  return found;
}

async function ask(request: string, hasBody = true): Promise<Answer> {
  const socket = open();
  socket.write(request);
  const [answer] = await answers(socket, 1, hasBody);
  socket.destroy();
  if (!answer) throw new Error('no answer');
  return answer;
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

test.each(['br', 'gzip'] as const)('%s: the same answer as Node gives', async (encoding) => {
  const before = seenByNode.length;
  const quick = await ask(get(`Accept-Encoding: ${encoding}\r\n`));
  expect(seenByNode).toHaveLength(before);
  // A condition that is not met, and what a header says twice, are read by Node.
  const node = await ask(get(`Accept-Encoding: ${encoding}\r\nIf-None-Match: "other"\r\n`));
  expect(seenByNode).toHaveLength(before + 1);
  const told = ({ headers }: Answer) =>
    headers
      .filter((line) => !line.startsWith('date:'))
      .map((line) => line.toLowerCase())
      .sort();
  expect(told(quick)).toEqual(told(node));
  expect(quick.headers.find((line) => line.startsWith('date:'))).toMatch(
    /^date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/,
  );
  expect(quick.status).toBe(node.status);
  expect(quick.body.equals(node.body)).toBe(true);
  expect(unpack[encoding](quick.body).toString()).toBe(text);
});

test('what accepts no compression gets the plain text', async () => {
  for (const accept of ['', 'Accept-Encoding: br;q=0, gzip;q=0.0\r\n', 'Accept-Encoding: identity\r\n']) {
    const { headers, body } = await ask(get(accept));
    expect(headers.join('\n')).not.toContain('content-encoding');
    expect(body.toString()).toBe(text);
  }
  const { headers } = await ask(get('Accept-Encoding: br;q=0, gzip\r\n'));
  expect(headers).toContain('content-encoding: gzip');
});

test('HEAD, and what has not changed, are answered without a body', async () => {
  const whole = await ask(get('Accept-Encoding: br\r\n'));
  const head = await ask(get('Accept-Encoding: br\r\n').replace('GET', 'HEAD'), false);
  expect(head.headers).toContain(`content-length: ${whole.body.length}`);
  const told = (name: string) =>
    whole.headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  for (const condition of [`If-None-Match: ${told('etag')}`, `If-Modified-Since: ${told('last-modified')}`]) {
    const { status, headers, body } = await ask(get(`Accept-Encoding: br\r\n${condition}\r\n`));
    expect([status, body.length]).toEqual(['HTTP/1.1 304 Not Modified', 0]);
    expect(headers).toContain(`etag: ${told('etag')}`);
  }
});

test('what a campaign adds to the address shares the page', async () => {
  const before = seenByNode.length;
  const { body } = await ask(get('Accept-Encoding: br\r\n', `${path}?utm_source=x&fbclid=y`));
  expect(brotliDecompressSync(body).toString()).toBe(text);
  expect(seenByNode).toHaveLength(before);
});

test('one connection: a page, then what Node must read, then pages again', async () => {
  const socket = open();
  const steps = [
    get('Accept-Encoding: br\r\n'),
    get('Accept-Encoding: gzip\r\n'),
    'POST /x HTTP/1.1\r\nHost: bao.example\r\nContent-Length: 4\r\n\r\nbody',
    get('Accept-Encoding: br\r\n'),
  ];
  const found: Answer[] = [];
  for (const step of steps) {
    socket.write(step);
    found.push(...(await answers(socket, 1)));
  }
  expect(found.map(({ status }) => status)).toEqual(Array(4).fill('HTTP/1.1 200 OK'));
  expect(found[2]?.body.toString()).toBe('posted');
  expect(found[3]?.body.equals(found[0]?.body ?? Buffer.alloc(0))).toBe(true);
  socket.destroy();
});

test('a request in pieces, and several in one, are answered in their order', async () => {
  const request = get('Accept-Encoding: gzip\r\n');
  const pieces = open();
  for (const piece of [request.slice(0, 3), request.slice(3, 30), request.slice(30)]) {
    pieces.write(piece);
    await sleep(5);
  }
  expect((await answers(pieces, 1))[0]?.headers).toContain('content-encoding: gzip');
  pieces.destroy();
  const many = open();
  many.write(request + get('Accept-Encoding: br\r\n') + get());
  const found = await answers(many, 3);
  expect(found.map(({ headers }) => headers.find((line) => line.startsWith('content-encoding')))).toEqual([
    'content-encoding: gzip',
    'content-encoding: br',
    undefined,
  ]);
  many.destroy();
});

test('whoever asks on and on and takes no answers is cut off', async () => {
  const socket = open()
    .pause()
    .on('error', () => {});
  const request = get();
  const before = seenByNode.length;
  for (let sent = 0; sent < 20_000; sent++) socket.write(request);
  await new Promise((done) => socket.on('close', done));
  expect(seenByNode.length - before).toBeLessThan(100);
});

test('whoever begins a request and does not end it is not waited for', async () => {
  const limits = {
    ...connectionLimits,
    headersTimeout: 50,
    requestTimeout: 100,
    connectionsCheckingInterval: 20,
  };
  const other = openQuickDoor(createServer(limits), () => null);
  other.server.listen(0, '127.0.0.1');
  await once(other.server, 'listening');
  const socket = connect((other.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost:');
  const [{ status } = { status: '' }] = await answers(socket, 1);
  expect(status).toBe('HTTP/1.1 408 Request Timeout');
  socket.destroy();
  other.server.close();
  other.closeAll();
});

test('a page that is not ready is waited for, and its connection stays a quick one', async () => {
  beingMade['/bai-moi-2.html'] = { ms: 30, made: 'bài mới' };
  const before = seenByNode.length;
  const socket = open();
  for (const accept of ['br', 'gzip', 'br'] as const) {
    socket.write(get(`Accept-Encoding: ${accept}\r\n`, '/bai-moi-2.html'));
    const [answer] = await answers(socket, 1);
    expect(unpack[accept](answer?.body ?? '').toString()).toBe('bài mới');
  }
  expect(seenByNode).toHaveLength(before);
  socket.destroy();
});

test('who asks on while a page is made is answered in order', async () => {
  beingMade['/bai-moi-3.html'] = { ms: 60, made: 'bài ba' };
  beingMade['/bai-moi-4.html'] = { ms: 5, made: 'bài bốn' };
  const socket = open();
  socket.write(get('Accept-Encoding: gzip\r\n', '/bai-moi-3.html'));
  await sleep(20);
  socket.write(get('Accept-Encoding: gzip\r\n', '/bai-moi-4.html'));
  await sleep(5);
  socket.write(get('Accept-Encoding: gzip\r\n'));
  const found = await answers(socket, 3);
  expect(found.map(({ body }) => gunzipSync(body).toString())).toEqual(['bài ba', 'bài bốn', text]);
  socket.destroy();
});

test('what can’t be sent in one piece after all is sent by Node', async () => {
  beingMade['/bai-lon-5.html'] = { ms: 10, made: null };
  const socket = open();
  socket.write(get('Accept-Encoding: br\r\n', '/bai-lon-5.html'));
  await sleep(3);
  socket.write(get('Accept-Encoding: br\r\n'));
  const found = await answers(socket, 2);
  expect(found.map(({ status }) => status)).toEqual(['HTTP/1.1 404 Not Found', 'HTTP/1.1 200 OK']);
  expect(seenByNode.slice(-2)).toEqual(['GET /bai-lon-5.html', `GET ${path}`]);
  socket.destroy();
});

test('at the end idle connections are closed, those that wait for a page are not', async () => {
  beingMade['/bai-cuoi-6.html'] = { ms: 60, made: 'bài cuối' };
  const [waits, idles] = [open(), open()];
  waits.write(get('Accept-Encoding: br\r\n', '/bai-cuoi-6.html'));
  await sleep(20);
  const closed = once(idles.resume(), 'close');
  door.closeIdle();
  await closed;
  const [answer] = await answers(waits, 1);
  expect(brotliDecompressSync(answer?.body ?? '').toString()).toBe('bài cuối');
  waits.destroy();
});

test('an old address whose query says which page it was is not answered with the "not found" of another', async () => {
  const made = {};
  setPage('old', made, ['status:404'], 10);
  const answer = { status: 404, headers: {}, hash: 'none', encoded: { identity: Buffer.from('không có') } };
  keep('/doc.asp', finishPage('/doc.asp', answer, []), { key: 'old', made });
  while (!getKept('/doc.asp')?.wires) await sleep(5);
  const before = seenByNode.length;
  await ask(get('Accept-Encoding: br\r\n', '/doc.asp'));
  expect(seenByNode).toHaveLength(before);
  await ask(get('Accept-Encoding: br\r\n', '/doc.asp?id=12'));
  expect(seenByNode.at(-1)).toBe('GET /doc.asp?id=12');
});

test('once a tag of it has expired, no page is sent again', async () => {
  expireTags(['article:1']);
  const { status } = await ask(get('Accept-Encoding: br\r\n'));
  expect(status).toBe('HTTP/1.1 404 Not Found');
});
