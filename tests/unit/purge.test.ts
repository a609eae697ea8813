import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { purge } from '#lib/page-cache/purge.ts';

test('a CDN is told the tags in the headers it may know, and again where it failed', async () => {
  const told: { method: string | undefined; names: (string | string[] | undefined)[]; body: string }[] = [];
  const cdn = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { 'surrogate-key': fastly, 'cache-tag': cloudflare } = request.headers;
      told.push({ method: request.method, names: [fastly, cloudflare], body });
      response.writeHead(told.length === 1 ? 500 : 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(cdn, 'listening');
  await purge(`http://127.0.0.1:${(cdn.address() as AddressInfo).port}/purge`, ['article:1', 'front']);
  cdn.close();
  const whole = {
    method: 'POST',
    names: ['article:1 front', 'article:1,front'],
    body: '{"tags":["article:1","front"]}',
  };
  expect(told).toEqual([whole, whole]);
});
