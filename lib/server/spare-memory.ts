// What the C library keeps of memory that was given back to it. Long-lived pages lie among what was needed for a moment,
// and GNU's returns only what lies behind the last of them: after thousands of pages have been made that is the smaller part.

type Trim = (pad: bigint) => number;

/** GNU's `malloc_trim`; null with any other C library. */
async function findTrim(): Promise<Trim | null> {
  try {
    const { dlopen } = await import('node:ffi');
    const { functions } = dlopen(null, { malloc_trim: { return: 'int32', arguments: ['uint64'] } });
    return functions.malloc_trim;
  } catch {
    return null;
  }
}

let trim: Promise<Trim | null> | null = null;

/** Returns to the system whatever memory lies free: some milliseconds after a flood of new pages, else next to nothing. */
export async function returnSpareMemory(): Promise<void> {
  trim ??= findTrim();
  (await trim)?.(0n);
}
