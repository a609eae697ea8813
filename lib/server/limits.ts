import type { Server, ServerOptions } from 'node:http';

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
