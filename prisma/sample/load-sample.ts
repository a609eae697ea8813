/** Loads it. */
export async function loadSampleNewspaper(_now: Date): Promise<void> {}
