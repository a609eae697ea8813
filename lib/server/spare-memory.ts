import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

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

/** V8 has another thread give back the bytes that lay outside of its heap; returned at once, they would not be among it. */
const givenBackMs = 1000;
let isReturning = false;

/** Returns to the system whatever memory lies free then: some milliseconds after a flood of new pages, else next to nothing. */
export function returnSoon(): void {
  if (trim === undefined) trim = findTrim();
  if (isReturning) return;
  isReturning = true;
  setTimeout(() => {
    isReturning = false;
    trim?.(0n);
  }, givenBackMs).unref();
}

/** So long nothing has been made: whoever waited for a page has it. */
const calmMs = 500;
const lookEveryMs = 250;
/** Some four publications' worth. */
const worthBytes = 25 * 1024 * 1024;

/** What has lived for a while, and bytes outside of V8's heap: a page's are let go when a better compressed form comes. */
function longLivedBytes(): number {
  const old = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space');
  return (old?.space_used_size ?? 0) + process.memoryUsage().arrayBuffers;
}

/**
 * By how many percent V8's heap may grow until it is cleaned up: that of serving-node.mjs while there is little in it, as
 * cleaning takes time from publications; a third once thousands of pages are kept or made, as the same share of much is much.
 */
const growth = { little: 100, much: 30 };
const muchBytes = 110 * 1024 * 1024;
let allowed = growth.little;

function allowGrowth(longLived: number): void {
  const now = longLived < muchBytes ? growth.little : growth.much;
  if (now === allowed) return;
  allowed = now;
  // V8 reads it each time when it has cleaned up.
  setFlagsFromString(`--heap-growing-percent=${now}`);
}

/** Clears away what was needed for a moment, and returns it: some milliseconds. */
export function sweepUp(): void {
  globalThis.gc?.({ type: 'minor' });
  returnSoon();
}

/** Clears away all that nobody needs any more, and returns it: a tenth of a second in which nobody is answered. */
export function cleanUp(): void {
  globalThis.gc?.();
  returnSoon();
}

/**
 * Has V8 clean up in a calm moment after pages were made, rather than in the middle of the next ones; and sooner in any moment
 * the more is kept.
 * @param isCalm  whether no page has been made for so many milliseconds
 * @returns stops it
 */
export function cleanInCalm(isCalm: (ms: number) => boolean): () => void {
  if (!globalThis.gc) return () => {};
  // The first calm moment is worth it: what the start left behind is half of all.
  let least = 0;
  const look = () => {
    const now = longLivedBytes();
    allowGrowth(now);
    least = Math.min(least, now);
    if (now - least < worthBytes || !isCalm(calmMs)) return;
    cleanUp();
    least = longLivedBytes();
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return () => clearInterval(timer);
}
