import { AsyncLocalStorage } from 'node:async_hooks';

// Which stored page answered a request: Next asks the store by a key of its own making, so the store tells.

type Asked = Map<string, unknown>;

const shared = globalThis as typeof globalThis & { toasoanAsked?: AsyncLocalStorage<Asked> };
shared.toasoanAsked ??= new AsyncLocalStorage<Asked>();
const asked = shared.toasoanAsked;

/** A stored page: its key, and what was under the key when the answer was made of it. */
export interface Source {
  key: string;
  made: unknown;
}

/** Runs a request; gives its result, and the one page of the store that it was made of (null: none, or several). */
export async function withSource<T>(work: () => Promise<T>): Promise<{ result: T; source: Source | null }> {
  const pages: Asked = new Map();
  const result = await asked.run(pages, work);
  const [source, ...more] = [...pages].map(([key, made]) => ({ key, made }));
  return { result, source: more.length === 0 ? (source ?? null) : null };
}

/** The store says that this page answers the request under way. */
export function noteSource(key: string, made: unknown): void {
  asked.getStore()?.set(key, made);
}
