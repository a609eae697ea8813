import { readlinkSync } from 'node:fs';
import { constants as os, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

// The thread of compressor.ts. Plain JavaScript: to take the types out of TypeScript a thread loads a compiler of its own, 13 MB.
//
// What it does is never urgent: where the system gives threads priorities of their own (Linux), it has the lowest, and takes a
// core only while nobody else wants it.
if (process.platform === 'linux') {
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, os.priority.PRIORITY_LOW);
}

parentPort?.on('message', (/** @type {Uint8Array} */ quick) => {
  const plain = brotliDecompressSync(quick);
  const { BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  const params = { [BROTLI_PARAM_SIZE_HINT]: plain.length, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT };
  parentPort?.postMessage(brotliCompressSync(plain, { params }));
});
