import { AsyncLocalStorage } from 'node:async_hooks';

// Which stored page answered a request: Next asks the store by a key of its own making, so the store tells.

const shared = globalThis as typeof globalThis & { toasoanAsked?: AsyncLocalStorage<Set<string>> };
shared.toasoanAsked ??= new AsyncLocalStorage<Set<string>>();
const asked = shared.toasoanAsked;

/** Runs a request; gives its result, and the key of the page that was taken from or put into the store for it. */
export async function withAskedKey<T>(work: () => Promise<T>): Promise<{ result: T; key: string | null }> {
  const keys = new Set<string>();
  const result = await asked.run(keys, work);
  const [key = null, ...more] = keys;
  return { result, key: more.length === 0 ? key : null };
}

/** The store says that this page is part of the answer to the request under way. */
export function noteKey(key: string): void {
  asked.getStore()?.add(key);
}
