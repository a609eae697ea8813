import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import type { Compressed } from './encoded.ts';
import { fileAddress, getFileWire } from './files/kept-files.ts';
import type { Wire } from './finished-page.ts';
import { getKept, pageAddress } from './kept-pages.ts';
import { keepAliveSeconds } from './limits.ts';
import { counts } from './metrics.ts';
import { mayLeadOn } from './moved.ts';
import { type PlainGet, readPlainGet } from './plain-get.ts';
import { bytesNow } from './wire.ts';

// In front of Node's HTTP, which takes most of the time that a finished page costs: plain requests for pages and files are
// answered here in one piece, those that have to be made first as well. At the first other request a connection goes over
// to Node's HTTP for good.

/**
 * Has a page made.
 * @returns null: what is asked for is no page of readers'; or, later, one that Node's HTTP has to send
 */
export type MakeWire = (target: string, encoding: Compressed) => Promise<Wire | null> | null;

function readyWire({ target, encoding }: PlainGet, now: number): Wire | undefined {
  const page = getKept(pageAddress(target), now);
  if (!page) return getFileWire(fileAddress(target), encoding, now);
  return mayLeadOn(target, page) ? undefined : page.wires?.[encoding];
}

/** A door that readers come through. */
export interface QuickDoor {
  server: Server;
  /** Closes the connections on which nothing is under way, Node's HTTP's among them. */
  closeIdle: () => void;
  closeAll: () => void;
}

function cut(this: Socket): void {
  this.destroy();
}

function finish(this: Socket): void {
  this.end();
}

/** @param http  takes over the connections on which anything else is asked; it listens nowhere by itself */
export function openQuickDoor(http: HttpServer, makeWire: MakeWire): QuickDoor {
  const quick = new Set<Socket>();
  /** Those that wait for a page. */
  const waiting = new Set<Socket>();

  function forget(this: Socket): void {
    quick.delete(this);
    waiting.delete(this);
  }

  function handOver(socket: Socket, chunk: Buffer): void {
    quick.delete(socket);
    socket.off('data', take).off('end', finish).off('timeout', cut).off('error', cut).off('close', forget);
    socket.setTimeout(0);
    // Node's documented way to give it a connection. What was read already it hears as if it came now; put back with
    // `unshift` it is never read, for Node takes what follows past the stream, straight from the system.
    http.emit('connection', socket);
    socket.emit('data', chunk);
  }

  /** Nothing more is read from a connection until its page is made: whoever asks on waits in the system's own queue. */
  async function wait(socket: Socket, chunk: Buffer, making: Promise<Wire | null>): Promise<void> {
    waiting.add(socket);
    socket.pause().setTimeout(0);
    const wire = await making.catch((error: unknown) => void console.error(error));
    if (!waiting.delete(socket)) return;
    if (wire) {
      socket.setTimeout(keepAliveSeconds * 1000);
      socket.write(bytesNow(wire, Date.now()));
    } else {
      handOver(socket, chunk);
    }
    socket.resume();
  }

  function take(this: Socket, chunk: Buffer): void {
    // The answer before is still under way to a client that asks without waiting: Node keeps such in order, and waits.
    const asked = this.writableLength === 0 ? readPlainGet(chunk) : null;
    const now = Date.now();
    const ready = asked && readyWire(asked, now);
    if (ready) {
      counts.hits++;
      this.write(bytesNow(ready, now));
      return;
    }
    const making = asked && asked.encoding !== 'identity' ? makeWire(asked.target, asked.encoding) : null;
    if (making) void wait(this, chunk, making);
    else handOver(this, chunk);
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    quick.add(socket);
    socket.setTimeout(keepAliveSeconds * 1000);
    socket.on('data', take).on('end', finish).on('timeout', cut).on('error', cut).on('close', forget);
  });

  // Node's HTTP begins to look after its connections (their time limits among it) once it listens, which it never does.
  server.on('listening', () => http.emit('listening'));

  return {
    server,
    closeIdle: () => {
      for (const socket of quick) if (socket.writableLength === 0 && !waiting.has(socket)) socket.destroy();
      http.closeIdleConnections();
    },
    closeAll: () => {
      for (const socket of quick) socket.destroy();
      http.closeAllConnections();
    },
  };
}
