import { withTags } from '#lib/page-cache/making.ts';
import { ownBytes } from '#lib/page-cache/own-bytes.ts';
import { bytesOfPacked, type PackedPage } from '#lib/page-cache/packed.ts';
import { readerHtml } from '#lib/page-cache/reader-html.ts';
import { statusOf } from '#lib/page-cache/status-tag.ts';
import { getPage, moment, type Source, setPage } from '#lib/page-cache/store.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { withAside } from '#lib/site/set-aside.ts';
import { type Answer, askNext, type Handler } from './capture.ts';
import { collect } from './collected-body.ts';
import { encodedBody } from './encoded.ts';
import { type FinishedPage, finishPage } from './finished-page.ts';
import { isEndless, keep } from './kept-pages.ts';
import { isTagged, keepTagged } from './tagged-pages.ts';

/** Under which a reader's page lies in the store, and on disk. */
const keyOf = (address: string): string => `page:${address}`;

/** Of a reader's page as Next answered it: what readers get, with its HTML where the marks are. */
async function forReaders(answer: Answer, putBack: (page: string) => string, tags: readonly string[]) {
  const html = String(await encodedBody(answer.encoded, 'identity'));
  const body = await collect(ownBytes(Buffer.from(putBack(readerHtml(html)))));
  return { ...answer, ...body, status: statusOf(tags) ?? answer.status };
}

/** Puts a page into the store, unless something of it has expired since it was begun. */
async function store(address: string, page: FinishedPage, began: number): Promise<Source | null> {
  const { status, headers, hash, tags, encoded } = page;
  const html = encoded.identity ?? (await encodedBody(encoded, 'identity'));
  const packed: PackedPage = { status, headers, hash, html, form: 'plain' };
  const key = keyOf(address);
  setPage(key, packed, [...tags], bytesOfPacked(packed), { began, isEndless: isEndless(address, status) });
  return getPage(key)?.value === packed ? { key, made: packed } : null;
}

async function makeReaderPage(handle: Handler, address: string, host: string): Promise<FinishedPage | null> {
  const { result, tags, began } = await withTags(() => withAside(() => askNext(handle, address, host)));
  const { result: answer, putBack } = result;
  if (answer.status >= 500) return null;
  // Whatever else stands at an address is sent as it is, and not kept.
  if (!tags.includes(siteTag)) return finishPage(address, answer, []);
  const page = finishPage(address, await forReaders(answer, putBack, tags), tags);
  const source = await store(address, page, began);
  if (source) keep(address, page, source);
  return page;
}

async function makeTagged(handle: Handler, address: string, host: string): Promise<FinishedPage | null> {
  const began = moment();
  const answer = await askNext(handle, address, host);
  if (answer.status >= 500) return null;
  const source = keepTagged(address, answer, began);
  const page = finishPage(address, answer, source ? (getPage(source.key)?.tags ?? []) : []);
  if (source) keep(address, page, source);
  return page;
}

/**
 * Has Next make the page at an address, and keeps it.
 * @param host  the site's own, whatever the client called it
 * @returns null: it can't be made
 */
export async function makePage(handle: Handler, address: string, host: string): Promise<FinishedPage | null> {
  const make = isTagged(address) ? makeTagged : makeReaderPage;
  return await make(handle, address, host);
}

/** A page from the store: made before this process began, or longer ago than pages are kept without asking. */
export function takeFromStore(
  address: string,
): { page: FinishedPage; source: Source; storedAt: number } | null {
  const key = keyOf(address);
  const stored = getPage<PackedPage>(key);
  if (!stored) return null;
  const { value: made, tags, storedAt } = stored;
  const { status, headers, hash, html, form } = made;
  const encoded = form === 'plain' ? { identity: html } : { br: html };
  return {
    page: finishPage(address, { status, headers: { ...headers } as Answer['headers'], hash, encoded }, tags),
    source: { key, made },
    storedAt,
  };
}
