import { createServer, type IncomingMessage } from 'node:http';
import { duplexPair } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connectionLimits } from '#lib/server/limits.ts';
import { readPlainGet } from '#lib/server/plain-get.ts';
import { Draw } from '#tests/support/random.ts';

// Whatever is read without Node's HTTP must be read as Node would: else two servers in a row could be made to disagree about
// where a request ends.

const plain = 'GET /tin-tuc HTTP/1.1\r\nHost: bao.example\r\nAccept-Encoding: gzip, br\r\n\r\n';
const read = (text: string) => readPlainGet(Buffer.from(text, 'latin1'));

test('a plain request is read', () => {
  expect(read(plain)).toEqual({ target: '/tin-tuc', encoding: 'br' });
  const browser = plain.replace(
    '\r\n\r\n',
    '\r\nConnection: keep-alive\r\nCookie: a=b; c="d"\r\nDNT: 1\r\n\r\n',
  );
  expect(read(browser)).toEqual({ target: '/tin-tuc', encoding: 'br' });
});

const others: [what: string, text: string][] = [
  ['another method', plain.replace('GET', 'HEAD')],
  ['another version', plain.replace('1.1', '1.0')],
  ['half a request', plain.slice(0, -2)],
  ['two requests', plain + plain],
  ['a request and a half', `${plain}GET`],
  ['a body', plain.replace('Host', 'Content-Length: 5\r\nHost')],
  ['a body, the name in other letters', plain.replace('Host', 'CONTENT-length: 5\r\nHost')],
  ['a body, a space before the colon', plain.replace('Host', 'Content-Length : 5\r\nHost')],
  ['chunks', plain.replace('Host', 'Transfer-Encoding: chunked\r\nHost')],
  ['a folded line', plain.replace('Host', 'X: 1\r\n Content-Length: 5\r\nHost')],
  ['a lone line feed', plain.replace('Host', 'X: 1\nContent-Length: 5\r\nHost')],
  ['a lone carriage return', plain.replace('Host', 'X: 1\rContent-Length: 5\r\nHost')],
  ['a zero byte', plain.replace('Host: bao', 'Host: b\0o')],
  ['no host', plain.replace('Host', 'X')],
  ['two hosts', plain.replace('Host', 'Host: evil.example\r\nHost')],
  ['two lists of encodings', plain.replace('Host', 'Accept-Encoding: identity\r\nHost')],
  ['a condition', plain.replace('Host', 'If-None-Match: "a"\r\nHost')],
  ['the end of the connection', plain.replace('Host', 'Connection: close\r\nHost')],
  ['a change of protocol', plain.replace('Host', 'Connection: upgrade\r\nUpgrade: h2c\r\nHost')],
  ['very much', plain.replace('Host', `X: ${'a'.repeat(9000)}\r\nHost`)],
];
test.each(others)('%s is left to Node', (_, text) => {
  expect(read(text)).toBeNull();
});

/** What Node's HTTP makes of the same bytes. */
async function nodeReads(
  chunk: Buffer,
): Promise<Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] | 'error'> {
  const seen: IncomingMessage[] = [];
  let isError = false;
  const server = createServer(connectionLimits, (request, response) => {
    seen.push(request);
    response.end();
  });
  server.on('clientError', () => {
    isError = true;
  });
  const [here, there] = duplexPair();
  here.on('error', () => {}).resume();
  server.emit('connection', there);
  here.write(chunk);
  for (let turns = 0; turns < 4; turns++) await turn();
  here.destroy();
  there.destroy();
  return isError ? 'error' : seen.map(({ method, url, headers }) => ({ method, url, headers }));
}

const pieces = {
  method: ['GET ', 'GET ', 'GET ', 'GET ', 'get ', 'GET  ', 'GETS ', ' GET ', '\r\nGET '],
  target: [
    '/',
    '/tin-tuc',
    '/a?b=c',
    '/%C4%91',
    '/é',
    '/a b',
    '',
    '*',
    'http://x/y',
    '/a\t',
    '/a#b',
    '/\x7f',
    '//a',
  ],
  version: [
    ' HTTP/1.1',
    ' HTTP/1.1',
    ' HTTP/1.1',
    ' HTTP/1.1',
    ' HTTP/1.1 ',
    ' HTTP/1.2',
    ' http/1.1',
    '  HTTP/1.1',
  ],
  name: [
    'Host',
    'host',
    'Accept-Encoding',
    'accept-encoding',
    'Cookie',
    'User-Agent',
    'X-Ä',
    'X Y',
    'Content-Length',
    '',
    'content-length',
    'Transfer-Encoding',
    'Transfer-Encoding ',
    'Connection',
    'Expect',
    'Upgrade',
    ' Host',
    'X\t',
    'TE',
  ],
  colon: [':', ': ', ': ', ': ', ':\t', ' : ', '', ':  '],
  value: [
    'a',
    'gzip',
    'br;q=0, gzip',
    '5',
    '0',
    'chunked',
    'keep-alive',
    'close',
    'Upgrade',
    '',
    'b\0c',
    'b\x01',
    'ü',
    'a\nb',
    'a\rb',
    '100-continue',
    '\x7f',
  ],
  end: ['\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '\r\n ', '\r\n\t'],
} as const;

function drawRequest(draw: Draw): string {
  const { method, target, version, name, colon, value, end } = pieces;
  let text = `${draw.one(method)}${draw.one(target)}${draw.one(version)}${draw.one(end)}`;
  if (draw.next() < 0.8) text += 'Host: bao.example\r\n';
  for (let line = Math.floor(draw.next() * 3); line > 0; line--) {
    text += draw.one(name) + draw.one(colon) + draw.one(value) + draw.one(end);
  }
  return `${text}\r\n${draw.next() < 0.1 ? draw.one(['a', 'GET / HTTP/1.1\r\n\r\n', '\r\n']) : ''}`;
}

test('what is read here Node reads as the same one request without a body', async () => {
  const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);
  const draw = new Draw(seed);
  let readHere = 0;
  for (let round = 0; round < 20_000; round++) {
    const text = drawRequest(draw);
    const chunk = Buffer.from(text, 'latin1');
    const asked = readPlainGet(chunk);
    // An address that is no page's is left to Node by whoever finds no page for it.
    if (!asked || !/^\/[!-~]*$/.test(asked.target)) continue;
    readHere++;
    const told = `seed ${seed}: ${JSON.stringify(text)}`;
    const found = await nodeReads(chunk);
    expect(found, told).toHaveLength(1);
    expect(found[0], told).toMatchObject({ method: 'GET', url: asked.target });
    expect(found[0], told).not.toHaveProperty('headers.content-length');
    expect(found[0], told).not.toHaveProperty('headers.transfer-encoding');
  }
  expect(readHere).toBeGreaterThan(200);
});
