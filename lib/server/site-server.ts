import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { writeReads } from '#lib/most-read/tally.ts';
import { lastChange } from '#lib/page-cache/store.ts';
import { endWatching } from '#lib/presence/hub.ts';
import type { Env } from '#lib/site/env.ts';
import type { Handler } from './capture.ts';
import { clientAddress } from './client-address.ts';
import { connectionLimits, limitConnections } from './limits.ts';
import { metricsText } from './metrics.ts';
import { takeBackPages, writePages } from './page-file.ts';
import { listen } from './port.ts';
import { readPage, servePage } from './serve-page.ts';
import { warmUp } from './warm.ts';

/** Addresses that are not readers' pages: Next answers these by itself. */
const notPages = /^\/(admin|api|media|_next|xem-truoc)(\/|$|\?)|^\/[\w-]+\.(js|json|txt|ico|png|svg)(\?|$)/;
const newsroom = /^\/(admin|_next|media|xem-truoc)(\/|$|\?)/;

/** A crash loses what was finished since; a stop loses nothing. */
const writeEveryMs = 5 * 60 * 1000;

interface Door {
  port: number;
  /** Whether this door leads there; behind any other is "not found". */
  leadsTo: (url: string) => boolean;
}

/** One door for all; or, where the newsroom has its own, one for readers and one for it. */
function doorsOf(env: Env): Door[] {
  if (env.adminPort === null) return [{ port: env.port, leadsTo: () => true }];
  return [
    { port: env.port, leadsTo: (url) => !/^\/admin(\/|$|\?)/.test(url) },
    { port: env.adminPort, leadsTo: (url) => newsroom.test(url) },
  ];
}

function answerPlainly(response: ServerResponse, status: number, text: string, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(text);
}

function siteAnswer(env: Env, handle: Handler) {
  const { host } = new URL(env.siteUrl);
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/', method } = request;
    if (url === '/api/metrics') return answerPlainly(response, 200, metricsText());
    if (notPages.test(url)) {
      // What a request says of its own origin is believed as far as our own proxies wrote it.
      request.headers['x-forwarded-for'] = clientAddress(request, env.trustProxy);
      return await handle(request, response);
    }
    if (method === 'GET' || method === 'HEAD') return await servePage(handle, host, request, response);
    // Nothing is sent to a page; whoever does is not heard out.
    answerPlainly(response, 405, 'Trang này chỉ để đọc.', { Allow: 'GET, HEAD', Connection: 'close' });
  };
}

function openDoor(env: Env, door: Door, answer: Handler): Server {
  const server = createServer(connectionLimits, (request, response) => {
    const answered = door.leadsTo(request.url ?? '/')
      ? answer(request, response)
      : Promise.resolve(answerPlainly(response, 404, 'Không có trang này.'));
    answered.catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) answerPlainly(response, 500, 'Lỗi máy chủ');
      else response.destroy();
    });
  });
  limitConnections(server, env.maxConnections);
  return server;
}

async function closeDoor(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  // A connection whose answer was still under way is idle a moment later.
  const closing = setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
  clearInterval(closing);
}

/** Until this process hears of changes: pages taken back before that would expire with all that it may have missed. */
async function untilListening(): Promise<void> {
  for (let tries = 0; tries < 150 && lastChange() === null; tries++) await sleep(20);
}

/**
 * Starts serving the built site.
 * @returns stops it: no new requests, those under way are finished for at most two seconds
 */
export async function serveSite(env: Env): Promise<() => Promise<void>> {
  const app = next({ dev: false, hostname: env.host, port: env.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer = siteAnswer(env, handle);
  const servers: Server[] = [];
  for (const door of doorsOf(env)) {
    const server = openDoor(env, door, answer);
    await listen(server, { ...env, port: door.port });
    servers.push(server);
  }
  await untilListening();
  await takeBackPages(env);
  await warmUp((address) => readPage(handle, address, new URL(env.siteUrl).host));
  const writing = setInterval(() => void writePages(env), writeEveryMs);
  return async () => {
    clearInterval(writing);
    endWatching();
    await Promise.all(servers.map(closeDoor));
    await writeReads();
    await writePages(env);
    await app.close();
  };
}
