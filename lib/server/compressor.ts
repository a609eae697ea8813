import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

let thread: Worker | null = null;

/** Megabytes. By the server's own measure a hundred bodies would lie about in the thread before they are cleared away. */
const resourceLimits = { maxYoungGenerationSizeMb: 3 };

function startThread(): Worker {
  const started = new Worker(new URL('./compressor-thread.ts', import.meta.url), { resourceLimits });
  // The server may end while a page waits: it is served all the same, a little larger.
  started.unref();
  started.once('exit', () => {
    thread = null;
  });
  return started;
}

/**
 * Compresses anew, as well as can be (about a hundred times the work of a quick one), a body that was compressed with Brotli,
 * in a thread of the lowest priority. One body at a time.
 */
export async function compressBest(quick: Buffer): Promise<Buffer> {
  thread ??= startThread();
  const answer = once(thread, 'message');
  // A copy: the buffer is a part of a larger one, which would go along.
  thread.postMessage(new Uint8Array(quick));
  const [made] = (await answer) as [Uint8Array];
  return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
}
