import { AsyncLocalStorage } from 'node:async_hooks';
import { moment } from './store.ts';

// Which stored page answered a request: Next asks the store by a key of its own making, so the store tells.

interface Asked {
  /** A moment of the store's clock. */
  began: number;
  pages: Map<string, unknown>;
}

const shared = globalThis as typeof globalThis & { toasoanAsked?: AsyncLocalStorage<Asked> };
shared.toasoanAsked ??= new AsyncLocalStorage<Asked>();
const asked = shared.toasoanAsked;

/** A stored page: its key, and what was under the key when the answer was made of it. */
export interface Source {
  key: string;
  made: unknown;
}

/**
 * Runs a request; gives its result, and the one page of the store that it was made of (null: none, or several; or a page
 * that Next was making for another request already).
 */
export async function withSource<T>(work: () => Promise<T>): Promise<{ result: T; source: Source | null }> {
  const pages = new Map<string, unknown>();
  const result = await asked.run({ began: moment(), pages }, work);
  const [source, ...more] = [...pages].map(([key, made]) => ({ key, made }));
  return { result, source: more.length === 0 ? (source ?? null) : null };
}

/** The store says that this page answers the request under way. */
export function noteSource(key: string, made: unknown): void {
  asked.getStore()?.pages.set(key, made);
}

/** When the request under way began, by the store's clock; null where nobody has noted it. */
export const requestBegan = (): number | null => asked.getStore()?.began ?? null;
