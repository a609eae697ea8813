import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const second = 1000;

/** An open connection on which nothing is asked for this long is closed. */
export const keepAliveSeconds = 15;

/** What a connection may take, before anything of ours sees it. Node answers 431 and 408 by itself. */
export const connectionLimits: ServerOptions = {
  // Cookies of the newsroom and of whatever stands in front of it fit four times over.
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10 * second,
  // The largest picture over a slow line; readers send no bodies at all.
  requestTimeout: 5 * 60 * second,
  keepAliveTimeout: keepAliveSeconds * second,
  connectionsCheckingInterval: 5 * second,
  noDelay: true,
};

/** A client that neither takes nor sends anything for this long is gone; the newsroom's streams send every 15 seconds. */
const silence = 60 * second;

export function limitConnections(server: Server): void {
  server.setTimeout(silence);
  server.maxRequestsPerSocket = 0;
}

/** Requests of one connection that wait for their answers; browsers and proxies send the next after an answer. */
const mostWaiting = 32;
const waiting = new WeakMap<Socket, number>();

/**
 * Counts a request among those that its connection waits for. Who sends on and on and takes no answers would have them
 * all made and kept: the connection is cut.
 * @returns false: there is nobody to answer any more
 */
export function mayAsk({ socket }: IncomingMessage, response: ServerResponse): boolean {
  if (socket.destroyed) return false;
  const count = (waiting.get(socket) ?? 0) + 1;
  waiting.set(socket, count);
  response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
  if (count > mostWaiting) socket.destroy();
  return count <= mostWaiting;
}
