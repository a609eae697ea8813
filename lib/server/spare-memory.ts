// What the C library keeps of memory that was given back to it. Long-lived pages lie among what was needed for a moment,
// and GNU's returns only what lies behind the last of them: after thousands of pages have been made that is the smaller part.

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
export function returnSpareMemory(): void {
  if (trim === undefined) trim = findTrim();
  trim?.(0n);
}
