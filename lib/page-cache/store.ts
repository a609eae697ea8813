import { LruMap } from './lru.ts';
import { missingTag, searchTag } from './tags.ts';

// The store of finished pages, one in a process: Next's handler puts them in and takes them out, the listener expires
// them. Next bundles its copy of this module and the server loads its own, so the store itself hangs on globalThis.

interface StoredPage<T = unknown> {
  value: T;
  tags: string[];
  bytes: number;
  /** When the rendering began, by `moment`. What expired after that may be missing from the page. */
  since: number;
  /** Milliseconds. */
  storedAt: number;
  /** False from the moment on when one of its tags has expired, or another page has taken its place. */
  isKept: boolean;
}

/** May give a promise of what follows from it; nothing else that it gives is looked at. */
type ExpiryListener = () => unknown;

interface State {
  pages: LruMap<StoredPage>;
  /** Searches and "not found": anybody can ask for any number of these, so they have a place of their own. */
  endless: LruMap<StoredPage>;
  /** The last moment that was given. */
  moment: number;
  /** When each tag last expired. */
  clock: Map<string, number>;
  /** When anything last expired. */
  lastExpiry: number;
  /** Changes of this process's own, whose tags it expires without having to hear of them. */
  own: Set<string>;
  /** Number of the last change (model Outbox) that this process has heard of; null before it has ever listened. */
  lastChange: bigint | null;
  /** When the rendering of a page that was asked for and missing began. */
  rendering: Map<string, number>;
  isOff: boolean;
  /** Called when pages have expired. */
  listeners: Set<ExpiryListener>;
  /** Done when whoever was told of the last expiry has done what followed from it. */
  settled: Promise<unknown>;
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
    moment: 0,
    clock: new Map(),
    lastExpiry: 0,
    own: new Set(),
    lastChange: null,
    rendering: new Map(),
    isOff: process.env['PAGE_CACHE'] === 'off',
    listeners: new Set(),
    settled: Promise.resolve(),
  };
}

const shared = globalThis as typeof globalThis & { toasoanPages?: State };
shared.toasoanPages ??= newState();
const state = shared.toasoanPages;

/** Now, in milliseconds, and never the same twice: of a rendering's beginning and an expiry, one was first. */
export function moment(): number {
  state.moment = Math.max(Date.now(), state.moment + 1 / 1024);
  return state.moment;
}

function find(key: string): StoredPage | undefined {
  return state.pages.get(key) ?? state.endless.get(key);
}

function drop(key: string): void {
  state.pages.delete(key);
  state.endless.delete(key);
}

/** Whether one of these has expired at that moment or after it. */
export function expiredSince(tags: readonly string[], since: number): boolean {
  return tags.some((tag) => (state.clock.get(tag) ?? 0) >= since);
}

/** A page as the store gives it. */
export type Found<T = unknown> = Readonly<Pick<StoredPage<T>, 'value' | 'tags' | 'storedAt' | 'isKept'>>;

/** What an answer was made of: a page of the store, and what was under its key then. */
export interface Source {
  key: string;
  made: unknown;
}

/** The page under `key`, or null; asking makes it the most recently used. */
export function getPage<T>(key: string): Found<T> | null {
  const page = find(key);
  if (!page || expiredSince(page.tags, page.since)) {
    drop(key);
    // The earliest of several renderings counts: any of them may be the one that is stored.
    if (!state.rendering.has(key)) state.rendering.set(key, moment());
    return null;
  }
  return page as StoredPage<T>;
}

/** A page that is read without asking the store for it is in use all the same. */
export function notePageUse(key: string): void {
  find(key);
}

/** The value under a key takes another number of bytes now. */
export function resizePage(key: string, value: unknown, bytes: number): void {
  for (const place of [state.pages, state.endless]) {
    const page = place.peek(key);
    if (page && page.value === value) place.resize(key, page, bytes);
  }
}

/** What `setPage` is to know of a page besides. */
interface About {
  /** Anybody can ask for any number of such pages. */
  isEndless?: boolean;
  /** When its rendering began, by `moment`, where that is known. */
  began?: number | null;
}

/**
 * Keeps a page, unless one of its tags expired while it was being rendered: then it may show what is no longer true.
 * The least recently used pages make room.
 */
export function setPage<T>(key: string, value: T, tags: string[], bytes: number, about: About = {}): void {
  const now = Date.now();
  const since = about.began ?? state.rendering.get(key) ?? now - renewalMs;
  state.rendering.delete(key);
  // One made later may stand there, in time.
  if (state.isOff || expiredSince(tags, since)) return;
  drop(key);
  const isEndless = about.isEndless || tags.includes(missingTag) || tags.includes(searchTag);
  const place = isEndless ? state.endless : state.pages;
  place.set(key, { value, tags, bytes, since, storedAt: now, isKept: true });
  // Pages asked for whose rendering failed leave their times behind.
  if (state.rendering.size > 10_000) state.rendering.clear();
}

/** From now on no page that carries one of these tags is served again. */
export function expireTags(tags: readonly string[]): void {
  if (tags.length === 0) return;
  const now = moment();
  state.lastExpiry = now;
  for (const tag of tags) state.clock.set(tag, now);
  const expired = new Set(tags);
  for (const place of [state.pages, state.endless]) {
    for (const [key, page] of place.entries()) {
      if (page.tags.some((tag) => expired.has(tag))) place.delete(key);
    }
  }
  if (state.clock.size > limitTags) forgetOldTags(now);
  state.settled = Promise.allSettled([...state.listeners].map((listener) => listener()));
}

/**
 * Has a function called whenever pages have expired.
 * @returns ends it
 */
export function onExpiry(listener: ExpiryListener): () => void {
  state.listeners.add(listener);
  return () => void state.listeners.delete(listener);
}

/** When what followed from the last expiry is done: the pages that readers ask for all the time are there anew. */
export async function afterExpiry(): Promise<void> {
  await state.settled;
}

/** A tag's time matters only to pages whose rendering began before it: after an hour there is none. */
function forgetOldTags(now: number): void {
  for (const [tag, time] of state.clock) {
    if (now - time > 60 * 60 * 1000) state.clock.delete(tag);
  }
}

/** When a tag last expired, by `moment`; 0: not of late. */
export const lastExpiryOf = (tag: string): number => state.clock.get(tag) ?? 0;

/** When anything last expired, by `moment`: what began to be made before that may be out of date. */
export const lastExpiry = (): number => state.lastExpiry;

/** With PAGE_CACHE=off nothing is kept. */
export const isStoreOff = (): boolean => state.isOff;

/** The last change that this process has heard of, or null. */
export const lastChange = (): bigint | null => state.lastChange;

export function noteChange(id: bigint): void {
  if (state.lastChange === null || id > state.lastChange) state.lastChange = id;
}

/** A change of this process's own; it expires the tags itself, whatever becomes of the change. */
export function noteOwnChange(id: bigint): void {
  // Where nobody listens (a command), nobody asks; to forget one costs a second making of its pages.
  if (state.own.size > 1000) state.own.clear();
  state.own.add(String(id));
}

/** Whether a change is this process's own; asked once of each. */
export const isOwnChange = (id: string): boolean => state.own.delete(id);

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
  state.pages.set(key, { value, tags, bytes, since, storedAt, isKept: true });
}

/** How much the store holds. */
export function measureStore(): { pages: number; bytes: number } {
  return {
    pages: state.pages.size + state.endless.size,
    bytes: state.pages.bytes + state.endless.bytes,
  };
}
