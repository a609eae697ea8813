import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

// The framework writes out the HTML of a page three times on its way: as it is, as data for a script that readers' pages
// do not have, and as text to see how long that is. So a page's HTML is set aside under a mark, which goes the long way in
// its stead, and put back where the page is kept.

interface Waiting {
  html: string;
  /** Milliseconds. */
  since: number;
}

interface Shared {
  /** Of what is being made for somebody who looks whether it came out whole: the marks given. */
  toasoanMarks?: AsyncLocalStorage<Set<string>>;
  toasoanAside?: Map<string, Waiting>;
}

// Next bundles copies of this module.
const shared = globalThis as typeof globalThis & Shared;
shared.toasoanMarks ??= new AsyncLocalStorage<Set<string>>();
shared.toasoanAside ??= new Map<string, Waiting>();
const marks = shared.toasoanMarks;
const aside = shared.toasoanAside;

const markForm = /\[\[[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\]\]/g;
/** Longer than any page is being made. What is left then was of one that failed. */
const forgottenMs = 60_000;

function forgetOld(now: number): void {
  for (const [mark, { since }] of aside) {
    if (now - since < forgottenMs) break;
    aside.delete(mark);
  }
}

/** What stands for the HTML of a page being made: a mark, or the HTML itself where nobody looks after it. */
export function setAside(html: string): string {
  const given = marks.getStore();
  if (!given) return html;
  const now = Date.now();
  forgetOld(now);
  const mark = `[[${randomUUID()}]]`;
  aside.set(mark, { html, since: now });
  given.add(mark);
  return mark;
}

/** A page with what was set aside in the places of its marks. Text that only looks like a mark stays as it is. */
export function putBack(page: string): string {
  return page.replace(markForm, (mark) => {
    const html = aside.get(mark)?.html;
    aside.delete(mark);
    return html ?? mark;
  });
}

/**
 * Has a page made whose HTML may be set aside.
 * @returns what the work gave, and whether something set aside was not put back: then a mark may stand in it
 */
export async function withAside<T>(work: () => Promise<T>): Promise<{ result: T; isMissing: boolean }> {
  const given = new Set<string>();
  const result = await marks.run(given, work);
  return { result, isMissing: [...given].some((mark) => aside.has(mark)) };
}
