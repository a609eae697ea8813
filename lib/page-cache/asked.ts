import { AsyncLocalStorage } from 'node:async_hooks';
import { moment } from './store.ts';

// Which stored page answered a request: Next asks the store by a key of its own making, so the store tells.

interface Asked {
  /** A moment of the store's clock. */
  began: number;
  pages: Map<string, unknown>;
  hasMissed: boolean;
}

const shared = globalThis as typeof globalThis & { toasoanAsked?: AsyncLocalStorage<Asked> };
shared.toasoanAsked ??= new AsyncLocalStorage<Asked>();
const asked = shared.toasoanAsked;

/** A stored page: its key, and what was under the key when the answer was made of it. */
export interface Source {
  key: string;
  made: unknown;
}

/** A request's result, and where it came from. */
interface Sourced<T> {
  result: T;
  /** The one page of the store that it was made of; null: none, or several. */
  source: Source | null;
  /** The store was asked for a page that it did not have. Without a source then, somebody else's making was joined. */
  hasMissed: boolean;
}

/** Runs a request, and tells what it was made of. */
export async function withSource<T>(work: () => Promise<T>): Promise<Sourced<T>> {
  const request: Asked = { began: moment(), pages: new Map(), hasMissed: false };
  const result = await asked.run(request, work);
  const [source, ...more] = [...request.pages].map(([key, made]) => ({ key, made }));
  return { result, source: more.length === 0 ? (source ?? null) : null, hasMissed: request.hasMissed };
}

/** The store does not have what the request under way asks for. */
export function noteMissing(): void {
  const request = asked.getStore();
  if (request) request.hasMissed = true;
}

/** The store says that this page answers the request under way. */
export function noteSource(key: string, made: unknown): void {
  asked.getStore()?.pages.set(key, made);
}

/** When the request under way began, by the store's clock; null where nobody has noted it. */
export const requestBegan = (): number | null => asked.getStore()?.began ?? null;
