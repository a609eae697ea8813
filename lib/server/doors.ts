import { existsSync, readdirSync } from 'node:fs';
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Server } from 'node:net';
import type { Env } from '#lib/site/env.ts';
import type { Handler } from './capture.ts';
import { clientAddress } from './client-address.ts';
import { serveFile } from './files/serve-file.ts';
import { connectionLimits, limitConnections, mayAsk } from './limits.ts';
import { metricsText } from './metrics.ts';
import { readWire } from './page-wire.ts';
import { type MakeWire, openQuickDoor } from './quick-door.ts';
import { servePage } from './serve-page.ts';

// What comes in, and where it is led: readers to the finished pages, the newsroom and files to Next.

/** Addresses that are not readers' pages: Next answers these by itself. */
const notPages = /^\/(admin|api|media|_next|xem-truoc)(\/|$)/;
const newsroom = /^\/(admin|_next|media|xem-truoc)(\/|$|\?)/;

type PathTest = (path: string) => boolean;

/** Whether a path is none of readers' pages. Of files only those that Next has; what is named like one is a page not there. */
function notPageTest(): PathTest {
  const ours = existsSync('public') ? readdirSync('public') : [];
  const files = new Set(ours.map((file) => `/${file}`));
  return (path) => notPages.test(path) || files.has(path);
}

interface Door {
  port: number;
  /** Whether readers come through it. */
  isReaders: boolean;
  /** Whether this door leads there; behind any other is "not found". */
  leadsTo: (url: string) => boolean;
}

/** One door for all; or, where the newsroom has its own, one for readers and one for it. */
function doorsOf(env: Env): Door[] {
  if (env.adminPort === null) return [{ port: env.port, isReaders: true, leadsTo: () => true }];
  return [
    { port: env.port, isReaders: true, leadsTo: (url) => !/^\/admin(\/|$|\?)/.test(url) },
    { port: env.adminPort, isReaders: false, leadsTo: (url) => newsroom.test(url) },
  ];
}

function answerPlainly(response: ServerResponse, status: number, text: string, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(text);
}

/** A path as it is written and as whoever reads it may take it; null: it can't be read. */
function spellings(url: string): [string, string] | null {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  try {
    return [path, decodeURIComponent(path)];
  } catch {
    return null;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Nothing is sent to a page; whoever does is not heard out. */
function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  const status = isReading(request) ? 413 : 405;
  answerPlainly(response, status, 'Trang này chỉ để đọc.', { Allow: 'GET, HEAD', Connection: 'close' });
}

/** Pages for those who need nothing of Node's HTTP. */
function pageMaker(host: string, handle: Handler, isNotPage: PathTest): MakeWire {
  return (target, encoding) => {
    const paths = target.startsWith('/') ? spellings(target) : null;
    return paths && !paths.some(isNotPage) ? readWire(handle, target, host, encoding) : null;
  };
}

function siteAnswer(env: Env, host: string, handle: Handler, isNotPage: PathTest) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/' } = request;
    if (url === '/api/metrics') return answerPlainly(response, 200, metricsText());
    const [path, decoded] = spellings(url) ?? [url, url];
    const isPlain = isReading(request) && !hasBody(request);
    if (isNotPage(path)) {
      if (isPlain && (await serveFile(path, request, response))) return;
      // What a request says of its own origin is believed as far as our own proxies wrote it.
      request.headers['x-forwarded-for'] = clientAddress(request, env.trustProxy);
      return await handle(request, response);
    }
    // The newsroom under another spelling is no page of readers'.
    if (isNotPage(decoded)) return answerPlainly(response, 404, 'Không có trang này.');
    if (isPlain) return await servePage(handle, host, request, response);
    refuseBody(request, response);
  };
}

/** A request to a proxy names the whole address (RFC 9112, 3.2.2); here only its path counts. */
function withoutOrigin(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
}

/** A listener, not listening yet. */
export interface OpenDoor {
  port: number;
  server: Server;
  closeIdle: () => void;
  closeAll: () => void;
}

function openDoor(env: Env, door: Door, answer: Handler, makeWire: MakeWire): OpenDoor {
  const http: HttpServer = createServer(connectionLimits, (request, response) => {
    if (!mayAsk(request, response)) return;
    request.url = withoutOrigin(request.url ?? '/');
    const answered = door.leadsTo(request.url)
      ? answer(request, response)
      : Promise.resolve(answerPlainly(response, 404, 'Không có trang này.'));
    answered.catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) answerPlainly(response, 500, 'Lỗi máy chủ');
      else response.destroy();
    });
  });
  limitConnections(http);
  const opened = door.isReaders
    ? openQuickDoor(http, makeWire)
    : {
        server: http,
        closeIdle: () => http.closeIdleConnections(),
        closeAll: () => http.closeAllConnections(),
      };
  opened.server.maxConnections = env.maxConnections;
  return { ...opened, port: door.port };
}

/**
 * The doors that the environment asks for.
 * @param handle  Next's
 */
export function openDoors(env: Env, handle: Handler): OpenDoor[] {
  const { host } = new URL(env.siteUrl);
  const isNotPage = notPageTest();
  const answer = siteAnswer(env, host, handle, isNotPage);
  const makeWire = pageMaker(host, handle, isNotPage);
  return doorsOf(env).map((door) => openDoor(env, door, answer, makeWire));
}

export async function closeDoor({ server, closeIdle, closeAll }: OpenDoor): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  closeIdle();
  // A connection whose answer was still under way is idle a moment later.
  const closing = setInterval(closeIdle, 100);
  setTimeout(closeAll, 2000).unref();
  await closed;
  clearInterval(closing);
}
