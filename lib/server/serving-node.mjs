// How the server's Node is started: a page's rendering leaves much behind that is soon nobody's, and by itself Node would
// rather grow than clean up. Publications show after 68, 73 and 84 ms at the 99th percentile (`npm run bench --
// delivery-freshness`, both servers' means of one to three runs) with 32, 16 and 8 MB for what lives a moment; the steps take some
// 30 and 15 MB off a server that has just made 10,000 pages.

/** Flags of Node's own. */
export const servingFlags = [
  '--disable-warning=ExperimentalWarning',
  // What lives for a moment only has this many megabytes, three times over.
  '--max-semi-space-size=16',
  // Cleaned up once the heap is so much larger than what was in use after the last time; less once much is kept (spare-memory.ts).
  '--heap-growing-percent=100',
  // That can be done in a calm moment too (spare-memory.ts).
  '--expose-gc',
  // What it has cleaned up V8 keeps for itself for so many seconds, should it be needed again.
  '--memory-pool-timeout=1',
];

/** Of glibc. Other C libraries take no notice. */
export const servingSettings = {
  // Each thread that compresses would keep memory of its own ("arenas").
  MALLOC_ARENA_MAX: '2',
  // Whatever is larger (a page's text, a compressor's tables) goes back to the system at once. Told nothing, glibc stops doing
  // so after the first of them.
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
};
