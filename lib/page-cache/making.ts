import { AsyncLocalStorage } from 'node:async_hooks';
import { moment } from './store.ts';

// What is known of a page while our server has it made: since when, and of what.

interface Making {
  tags: Set<string>;
}

// Next bundles copies of this module.
const shared = globalThis as typeof globalThis & { toasoanMaking?: AsyncLocalStorage<Making> };
shared.toasoanMaking ??= new AsyncLocalStorage<Making>();
const making = shared.toasoanMaking;

/** What was made. */
export interface Made<T> {
  result: T;
  /** Of all that it shows, as far as it was named on the way (`tagPage`). */
  tags: string[];
  /** When it was begun, by the store's clock: what expired since may be missing in it. */
  began: number;
}

/** Has a page made whose tags are collected meanwhile. */
export async function withTags<T>(work: () => Promise<T>): Promise<Made<T>> {
  const began = moment();
  const tags = new Set<string>();
  return { result: await making.run({ tags }, work), tags: [...tags], began };
}

/** The tags of the page that our server has made just here, to be added to; null: it has none made. */
export const tagsOfMaking = (): Set<string> | null => making.getStore()?.tags ?? null;
