import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import type { Env } from '#lib/site/env.ts';
import { StartProblem } from './problem.ts';
import { servePage } from './serve-page.ts';

/** Addresses that are not readers' pages: Next answers these by itself. */
const notPages = /^\/(admin|api|media|_next)(\/|$)|^\/reader\.js|^\/robots\.txt/;

function isPage(request: IncomingMessage): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !notPages.test(request.url ?? '/');
}

async function listen(server: Server, env: Env): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(env.port, env.host, done);
  }).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, env);
  });
}

function portProblem(error: NodeJS.ErrnoException, env: Env): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${env.port} on ${env.host} is taken by another program. Stop that one, or choose another: PORT=${env.port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new StartProblem(`Port ${env.port} may not be used by this user. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartProblem(
      `HOST=${env.host} is no address of this machine. 127.0.0.1 serves this machine, 0.0.0.0 the network.`,
    );
  }
  return error;
}

/**
 * Finds out before any work is done whether the address can be served from.
 * @throws StartProblem if not
 */
export async function checkPort(env: Env): Promise<void> {
  const probe = createServer();
  await listen(probe, env);
  await new Promise((done) => probe.close(done));
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
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
    await closed;
    await app.close();
  };
}
