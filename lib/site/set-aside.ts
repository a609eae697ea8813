import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

// The framework writes out a page's HTML twice on its way: as it is, and as data for a script that readers' pages do not
// have. So the HTML is set aside under a mark, which goes the long way in its stead, and put back at the end.

interface Shared {
  /** What was set aside in the page being made, by its mark. */
  toasoanAside?: AsyncLocalStorage<Map<string, string>>;
}

// Next bundles copies of this module.
const shared = globalThis as typeof globalThis & Shared;
shared.toasoanAside ??= new AsyncLocalStorage<Map<string, string>>();
const aside = shared.toasoanAside;

const markForm = /\[\[[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\]\]/g;

/** What stands for the HTML of a page being made: a mark, or the HTML itself where nobody puts it back. */
export function setAside(html: string): string {
  const given = aside.getStore();
  if (!given) return html;
  const mark = `[[${randomUUID()}]]`;
  given.set(mark, html);
  return mark;
}

/**
 * Has a page made whose HTML may be set aside.
 * @returns what the work gave, and what puts the HTML back in the places of its marks; text that only looks like a mark
 *   stays as it is
 */
export async function withAside<T>(
  work: () => Promise<T>,
): Promise<{ result: T; putBack: (page: string) => string }> {
  const given = new Map<string, string>();
  const result = await aside.run(given, work);
  return { result, putBack: (page) => page.replace(markForm, (mark) => given.get(mark) ?? mark) };
}
