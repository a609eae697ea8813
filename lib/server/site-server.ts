import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { endWatching } from '#lib/presence/hub.ts';
import type { Env } from '#lib/site/env.ts';
import { clientAddress } from './client-address.ts';
import { listen } from './port.ts';
import { servePage } from './serve-page.ts';

/** Addresses that are not readers' pages: Next answers these by itself. */
const notPages = /^\/(admin|api|media|_next)(\/|$)|^\/[\w-]+\.(js|txt|ico|png|svg)(\?|$)/;

function isPage(request: IncomingMessage): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !notPages.test(request.url ?? '/');
}

/**
 * Starts serving the built site.
 * @returns stops it: no new requests, those under way are finished for at most two seconds
 */
export async function serveSite(env: Env): Promise<() => Promise<void>> {
  const app = next({ dev: false, hostname: env.host, port: env.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // What a request says of its own origin is believed as far as our own proxies wrote it.
    request.headers['x-forwarded-for'] = clientAddress(request, env.trustProxy);
    if (isPage(request)) await servePage(handle, request, response);
    else await handle(request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Lỗi máy chủ');
    });
  });
  await listen(server, env);
  return async () => {
    const closed = new Promise((done) => server.close(done));
    endWatching();
    // A connection whose answer was still under way is idle a moment later.
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
    await closed;
    await app.close();
  };
}
