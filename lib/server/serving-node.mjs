// How the server's Node is started: a page's rendering leaves much behind that is soon nobody's, and by itself Node would
// rather grow than clean up.

/** Flags of Node's own. */
export const servingFlags = [
  '--disable-warning=ExperimentalWarning',
  // What lives for a moment only has this many megabytes, three times over.
  '--max-semi-space-size=32',
  // Cleaned up once the heap is so much larger than what was in use after the last time.
  '--heap-growing-percent=100',
];

/** Each thread that compresses would keep memory of its own (glibc, "malloc arenas"). */
export const servingSettings = { MALLOC_ARENA_MAX: '2' };
