import { createStore, del, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { Leftover, Payload } from './machine.ts';

// What the server has not yet, kept in this browser: each tab writes an entry of its own, under the person and the
// article, so that nobody is shown what another person wrote and no tab overwrites what another one holds.

/** What an entry keeps; contents as text, which the browser stores fastest. */
interface Entry {
  baseVersion: number;
  base: string;
  content: string;
  sent: Payload | null;
  /** By this computer's clock; only to tell entries of one browser apart. */
  at: number;
}

/** An entry of a tab that is no longer there. */
export interface Orphan {
  leftover: Leftover;
  at: number;
  /** To be called when its content is safe elsewhere: kept by this tab, or by the server. */
  forget: () => Promise<void>;
}

export interface Journal {
  /** Keeps this tab's own entry. */
  keep: (leftover: Leftover) => Promise<void>;
  drop: () => Promise<void>;
  /**
   * Gives the entries of tabs that are gone, the oldest first. A tab that is still open is waited for a moment, as it may be
   * on its way out; if it ends later, while this one is open, `later` is called with its entry.
   */
  orphans: (later: (orphan: Orphan) => void) => Promise<Orphan[]>;
  close: () => void;
}

type Key = [staffId: number, articleId: number, tab: string];

const isKey = (key: IDBValidKey): key is Key => Array.isArray(key) && key.length === 3;
/** A tab that is being closed gives its lock back within that time. */
const leavingMs = 400;

let store: UseStore | null = null;
const journalStore = (): UseStore => (store ??= createStore('toasoan-nhap', 'bai-viet'));

const lockOf = (tab: string) => `toasoan-nhap:${tab}`;
/** Absent where the page did not come over https. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Tells other tabs, for as long as this one lives, that its entry is in good hands. */
function holdLock(tab: string): () => void {
  let release = () => {};
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks()
    ?.request(lockOf(tab), () => over)
    .catch(() => {});
  return release;
}

/** Waits until a tab is gone; false if it is not by then (or nobody wants to know any more). */
async function isGone(tab: string, signal: AbortSignal): Promise<boolean> {
  const manager = locks();
  if (!manager) return true;
  try {
    return await manager.request(lockOf(tab), { signal }, () => true);
  } catch {
    return false;
  }
}

const leftoverOf = (entry: Entry): Leftover => ({
  baseVersion: entry.baseVersion,
  base: JSON.parse(entry.base) as ArticleContent,
  content: JSON.parse(entry.content) as ArticleContent,
  sent: entry.sent,
});

/** Opens the journal of a person for an article; `tab` names this tab's own entry. */
export function openJournal(staffId: number, articleId: number, tab: string): Journal {
  const ownKey: Key = [staffId, articleId, tab];
  const closed = new AbortController();
  const release = holdLock(tab);
  let base: { of: ArticleContent; text: string } | null = null;

  async function orphanOf(key: Key): Promise<Orphan | null> {
    const entry = await get<Entry>(key, journalStore());
    if (!entry) return null;
    return { leftover: leftoverOf(entry), at: entry.at, forget: () => del(key, journalStore()) };
  }

  /** Its entry if the tab is gone soon; if it goes later, `later` gets it. */
  async function whenGone(key: Key, later: (orphan: Orphan) => void): Promise<Orphan | null> {
    if (await isGone(key[2], AbortSignal.any([closed.signal, AbortSignal.timeout(leavingMs)]))) {
      return await orphanOf(key);
    }
    const wait = async () => {
      const orphan = (await isGone(key[2], closed.signal)) && (await orphanOf(key));
      if (orphan) later(orphan);
    };
    wait().catch(() => {});
    return null;
  }

  return {
    async keep({ baseVersion, base: began, content, sent }) {
      // The base changes with each save only, the content with each key.
      if (base?.of !== began) base = { of: began, text: JSON.stringify(began) };
      const entry: Entry = {
        baseVersion,
        base: base.text,
        content: JSON.stringify(content),
        sent,
        at: Date.now(),
      };
      await journalStore()('readwrite', (entries) => {
        entries.put(entry, ownKey);
        // Said outright, so that it is written also when the page ends before it hears that the entry was taken.
        entries.transaction.commit();
        return promisifyRequest(entries.transaction);
      });
    },
    drop: () => del(ownKey, journalStore()),
    async orphans(later) {
      const all = (await keys(journalStore())).filter(isKey);
      const others = all.filter(
        ([staff, article, name]) => staff === staffId && article === articleId && name !== tab,
      );
      const found = await Promise.all(others.map((key) => whenGone(key, later)));
      return found.filter((orphan) => orphan !== null).sort((a, b) => a.at - b.at);
    },
    close() {
      closed.abort();
      release();
    },
  };
}
