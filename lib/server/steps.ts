/** Tells the person at the terminal what is going on: each step by name, and how long it took if it took long. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  console.log(seconds < 0.1 ? `✓ ${name}` : `✓ ${name} (${seconds.toFixed(1)} s)`);
  return result;
}
