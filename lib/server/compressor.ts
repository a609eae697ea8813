import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { returnSoon } from './spare-memory.ts';

let thread: Worker | null = null;

/**
 * Megabytes. By the server's own measure a hundred bodies would lie about in the thread before they are cleared away. They lie
 * outside of V8's heap, which these limit: a body may be larger.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 };

function startThread(): Worker {
  const started = new Worker(new URL('./compressor-thread.mjs', import.meta.url), { resourceLimits });
  // The server may end while a page waits: it is served all the same, a little larger.
  started.unref();
  started.once('exit', () => {
    if (thread === started) thread = null;
    returnSoon();
  });
  return started;
}

/** A thread takes tens of megabytes, and a moment to start. */
const idleMs = 10_000;
let idle: NodeJS.Timeout | undefined;

function endSoon(): void {
  clearTimeout(idle);
  idle = setTimeout(() => {
    void thread?.terminate();
    thread = null;
  }, idleMs).unref();
}

/**
 * Compresses anew, as well as can be (about a hundred times the work of a quick one), a body that was compressed with Brotli,
 * in a thread of the lowest priority. One body at a time.
 */
export async function compressBest(quick: Buffer): Promise<Buffer> {
  clearTimeout(idle);
  thread ??= startThread();
  const answer = once(thread, 'message');
  // A copy: the buffer is a part of a larger one, which would go along.
  thread.postMessage(new Uint8Array(quick));
  const [made] = (await answer) as [Uint8Array];
  endSoon();
  return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
}
