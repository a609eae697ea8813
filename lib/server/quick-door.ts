import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { fileAddress, getFileWire } from './files/kept-files.ts';
import { getKept, pageAddress } from './kept-pages.ts';
import { keepAliveSeconds } from './limits.ts';
import { counts } from './metrics.ts';
import { readPlainGet } from './plain-get.ts';
import { bytesNow } from './wire.ts';

// In front of Node's HTTP, which takes most of the time that a finished page costs: plain requests for pages and
// files that are ready are answered here in one piece. At the first other request a connection goes over to Node's HTTP for good.

function answerOf(chunk: Buffer): Buffer | null {
  const asked = readPlainGet(chunk);
  if (!asked) return null;
  const now = Date.now();
  const { target, encoding } = asked;
  const page = getKept(pageAddress(target), now);
  const wire = page ? page.wires?.[encoding] : getFileWire(fileAddress(target), encoding, now);
  return wire ? bytesNow(wire, now) : null;
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
export function openQuickDoor(http: HttpServer): QuickDoor {
  const quick = new Set<Socket>();

  function forget(this: Socket): void {
    quick.delete(this);
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

  function take(this: Socket, chunk: Buffer): void {
    // The answer before is still under way to a client that asks without waiting: Node keeps such in order, and waits.
    const answer = this.writableLength === 0 ? answerOf(chunk) : null;
    if (answer) {
      counts.hits++;
      this.write(answer);
    } else {
      handOver(this, chunk);
    }
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
      for (const socket of quick) if (socket.writableLength === 0) socket.destroy();
      http.closeIdleConnections();
    },
    closeAll: () => {
      for (const socket of quick) socket.destroy();
      http.closeAllConnections();
    },
  };
}
