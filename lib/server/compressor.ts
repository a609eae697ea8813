import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

let thread: Worker | null = null;

function startThread(): Worker {
  const started = new Worker(new URL('./compressor-thread.ts', import.meta.url));
  // The server may end while a page waits: it is served all the same, a little larger.
  started.unref();
  started.once('exit', () => {
    thread = null;
  });
  return started;
}

/**
 * Compresses a body with Brotli as well as can be (about a hundred times the work of a quick one), in a thread of the
 * lowest priority. One body at a time.
 */
export async function compressBest(plain: Buffer): Promise<Buffer> {
  thread ??= startThread();
  const answer = once(thread, 'message');
  // A copy: the buffer may be a part of a pool.
  thread.postMessage(new Uint8Array(plain));
  const [made] = await answer;
  return Buffer.from(made as Uint8Array);
}
