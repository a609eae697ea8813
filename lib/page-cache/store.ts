// The store of finished pages, one in a process: Next's handler puts them in and takes them out, the listener expires
// them. Next bundles its copy of this module and the server loads its own, so the store itself hangs on globalThis.

interface StoredPage<T> {
  value: T;
  tags: string[];
  bytes: number;
  /** Milliseconds: when the rendering began. What expired after that may be missing from the page. */
  since: number;
  storedAt: number;
}

interface State {
  pages: Map<string, StoredPage<unknown>>;
  bytes: number;
  /** When each tag last expired, in milliseconds. */
  clock: Map<string, number>;
  /** When the rendering of a page that was asked for and missing began. */
  rendering: Map<string, number>;
}

const limitBytes = 128 * 1024 * 1024;
const limitTags = 50_000;
/** A page renewed in the background was not missing, so its beginning is not known; it takes no longer than this. */
const renewalMs = 10_000;

const shared = globalThis as typeof globalThis & { toasoanPages?: State };
shared.toasoanPages ??= { pages: new Map(), bytes: 0, clock: new Map(), rendering: new Map() };
const state = shared.toasoanPages;

function drop(key: string): void {
  const page = state.pages.get(key);
  if (!page) return;
  state.pages.delete(key);
  state.bytes -= page.bytes;
}

function expiredSince(tags: string[], since: number): boolean {
  return tags.some((tag) => (state.clock.get(tag) ?? 0) >= since);
}

/** The page under `key` and when it was stored, or null; asking makes it the most recently used. */
export function getPage<T>(key: string): { value: T; storedAt: number } | null {
  const page = state.pages.get(key);
  if (!page || expiredSince(page.tags, page.since)) {
    drop(key);
    // The earliest of several renderings counts: any of them may be the one that is stored.
    if (!state.rendering.has(key)) state.rendering.set(key, Date.now());
    return null;
  }
  state.pages.delete(key);
  state.pages.set(key, page);
  return { value: page.value as T, storedAt: page.storedAt };
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
  if (expiredSince(tags, since)) return;
  state.pages.set(key, { value, tags, bytes, since, storedAt: now });
  state.bytes += bytes;
  for (const oldest of state.pages.keys()) {
    if (state.bytes <= limitBytes) break;
    drop(oldest);
  }
  // Pages asked for whose rendering failed leave their times behind.
  if (state.rendering.size > 10_000) state.rendering.clear();
}

/** From now on no page that carries one of these tags is served again. */
export function expireTags(tags: readonly string[]): void {
  const now = Date.now();
  for (const tag of tags) state.clock.set(tag, now);
  for (const [key, page] of state.pages) {
    if (page.tags.some((tag) => tags.includes(tag))) drop(key);
  }
  if (state.clock.size > limitTags) forgetOldTags(now);
}

/** A tag's time matters only to pages whose rendering began before it: after an hour there is none. */
function forgetOldTags(now: number): void {
  for (const [tag, time] of state.clock) {
    if (now - time > 60 * 60 * 1000) state.clock.delete(tag);
  }
}
