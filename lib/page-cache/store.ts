import { LruMap } from './lru.ts';
import { missingTag, searchTag } from './tags.ts';

// The store of finished pages, one in a process: Next's handler puts them in and takes them out, the listener expires
// them. Next bundles its copy of this module and the server loads its own, so the store itself hangs on globalThis.

interface StoredPage<T = unknown> {
  value: T;
  tags: string[];
  bytes: number;
  /** Milliseconds: when the rendering began. What expired after that may be missing from the page. */
  since: number;
  storedAt: number;
}

interface State {
  pages: LruMap<StoredPage>;
  /** Searches and "not found": anybody can ask for any number of these, so they have a place of their own. */
  endless: LruMap<StoredPage>;
  /** When each tag last expired, in milliseconds. */
  clock: Map<string, number>;
  /** When anything last expired. */
  lastExpiry: number;
  /** Number of the last change (model Outbox) that this process has heard of; null before it has ever listened. */
  lastChange: bigint | null;
  /** When the rendering of a page that was asked for and missing began. */
  rendering: Map<string, number>;
  isOff: boolean;
}

const megabyte = 1024 * 1024;
const defaultMegabytes = 128;
/** Of what the pages have, as much again goes to the endless ones. */
const endlessShare = 1 / 8;
const limitTags = 50_000;
/** A page renewed in the background was not missing, so its beginning is not known; it takes no longer than this. */
const renewalMs = 10_000;

function newState(): State {
  // The server has checked the setting (lib/site/env.ts); under plain `next start` nobody has.
  const megabytes = Number(process.env['PAGE_CACHE_MB']) || defaultMegabytes;
  return {
    pages: new LruMap(megabytes * megabyte),
    endless: new LruMap(megabytes * megabyte * endlessShare),
    clock: new Map(),
    lastExpiry: 0,
    lastChange: null,
    rendering: new Map(),
    isOff: process.env['PAGE_CACHE'] === 'off',
  };
}

const shared = globalThis as typeof globalThis & { toasoanPages?: State };
shared.toasoanPages ??= newState();
const state = shared.toasoanPages;

const isEndless = (tags: string[]): boolean => tags.includes(missingTag) || tags.includes(searchTag);

function find(key: string): StoredPage | undefined {
  return state.pages.get(key) ?? state.endless.get(key);
}

function drop(key: string): void {
  state.pages.delete(key);
  state.endless.delete(key);
}

function expiredSince(tags: string[], since: number): boolean {
  return tags.some((tag) => (state.clock.get(tag) ?? 0) >= since);
}

/** A page as the store gives it. */
interface Found<T> {
  value: T;
  tags: readonly string[];
  storedAt: number;
}

/** The page under `key`, or null; asking makes it the most recently used. */
export function getPage<T>(key: string): Found<T> | null {
  const page = find(key);
  if (!page || expiredSince(page.tags, page.since)) {
    drop(key);
    // The earliest of several renderings counts: any of them may be the one that is stored.
    if (!state.rendering.has(key)) state.rendering.set(key, Date.now());
    return null;
  }
  return { value: page.value as T, tags: page.tags, storedAt: page.storedAt };
}

/**
 * Keeps a page, unless one of its tags expired while it was being rendered: then it may show what is no longer true.
 * The least recently used pages make room.
 */
export function setPage<T>(key: string, value: T, tags: string[], bytes: number): void {
  const now = Date.now();
  const since = state.rendering.get(key) ?? now - renewalMs;
  state.rendering.delete(key);
  drop(key);
  if (state.isOff || expiredSince(tags, since)) return;
  const place = isEndless(tags) ? state.endless : state.pages;
  place.set(key, { value, tags, bytes, since, storedAt: now });
  // Pages asked for whose rendering failed leave their times behind.
  if (state.rendering.size > 10_000) state.rendering.clear();
}

/** From now on no page that carries one of these tags is served again. */
export function expireTags(tags: readonly string[]): void {
  if (tags.length === 0) return;
  const now = Date.now();
  state.lastExpiry = now;
  for (const tag of tags) state.clock.set(tag, now);
  const expired = new Set(tags);
  for (const place of [state.pages, state.endless]) {
    for (const [key, page] of place.entries()) {
      if (page.tags.some((tag) => expired.has(tag))) place.delete(key);
    }
  }
  if (state.clock.size > limitTags) forgetOldTags(now);
}

/** A tag's time matters only to pages whose rendering began before it: after an hour there is none. */
function forgetOldTags(now: number): void {
  for (const [tag, time] of state.clock) {
    if (now - time > 60 * 60 * 1000) state.clock.delete(tag);
  }
}

/** When anything last expired, in milliseconds: what began to be made before that may be out of date. */
export const lastExpiry = (): number => state.lastExpiry;

/** The last change that this process has heard of, or null. */
export const lastChange = (): bigint | null => state.lastChange;

export function noteChange(id: bigint): void {
  if (state.lastChange === null || id > state.lastChange) state.lastChange = id;
}

/** A page as it can be written down. */
export interface WrittenPage {
  key: string;
  value: unknown;
  tags: string[];
  bytes: number;
  storedAt: number;
}

/** All pages but the endless ones, those used last at the end. */
export function listPages(): WrittenPage[] {
  return [...state.pages.entries()].map(([key, { value, tags, bytes, storedAt }]) => ({
    key,
    value,
    tags,
    bytes,
    storedAt,
  }));
}

/**
 * Takes a page back that was written down.
 * @param since  when it began to be found out whether it is still true; what expired after that counts
 */
export function takeBack({ key, value, tags, bytes, storedAt }: WrittenPage, since: number): void {
  if (state.isOff || state.pages.has(key) || expiredSince(tags, since)) return;
  state.pages.set(key, { value, tags, bytes, since, storedAt });
}

/** How much the store holds. */
export function measureStore(): { pages: number; bytes: number } {
  return {
    pages: state.pages.size + state.endless.size,
    bytes: state.pages.bytes + state.endless.bytes,
  };
}
