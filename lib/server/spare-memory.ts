import { getHeapSpaceStatistics } from 'node:v8';

// What pages leave behind that nobody needs any more. V8 clears it away when there is much of it, which is while more pages are
// being made; the C library keeps what it was given back. Long-lived pages lie among what was needed for a moment, and GNU's
// returns only what lies behind the last of them: after thousands of pages have been made that is the smaller part.

type Trim = (pad: bigint) => number;

/** GNU's `malloc_trim`; null with any other C library. Node's way to it is new, and called experimental. */
function findTrim(): Trim | null {
  try {
    const { dlopen } = process.getBuiltinModule('node:ffi');
    const { functions } = dlopen(null, { malloc_trim: { return: 'int32', arguments: ['uint64'] } });
    return functions.malloc_trim;
  } catch {
    return null;
  }
}

let trim: Trim | null | undefined;

/** Returns to the system whatever memory lies free: some milliseconds after a flood of new pages, else next to nothing. */
function returnSpareMemory(): void {
  if (trim === undefined) trim = findTrim();
  trim?.(0n);
}

/** So long nothing has been made: whoever waited for a page has it. */
const calmMs = 500;
const lookEveryMs = 250;
/** Some four publications' worth. */
const worthBytes = 25 * 1024 * 1024;

const oldBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;

/** Clears away what was needed for a moment, and returns it: some milliseconds. */
export function sweepUp(): void {
  globalThis.gc?.({ type: 'minor' });
  returnSpareMemory();
}

/** Clears away all that nobody needs any more, and returns it: a tenth of a second in which nobody is answered. */
export function cleanUp(): void {
  globalThis.gc?.();
  returnSpareMemory();
}

/**
 * Has V8 clean up in a calm moment after pages were made, rather than in the middle of the next ones.
 * @param isCalm  whether no page has been made for so many milliseconds
 * @returns stops it
 */
export function cleanInCalm(isCalm: (ms: number) => boolean): () => void {
  if (!globalThis.gc) return () => {};
  let least = oldBytes();
  const look = () => {
    const now = oldBytes();
    least = Math.min(least, now);
    if (now - least < worthBytes || !isCalm(calmMs)) return;
    cleanUp();
    least = oldBytes();
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return () => clearInterval(timer);
}
