import { withTags } from '#lib/page-cache/making.ts';
import { ownBytes } from '#lib/page-cache/own-bytes.ts';
import { bytesOfPacked, type PackedPage } from '#lib/page-cache/packed.ts';
import { readerHtml } from '#lib/page-cache/reader-html.ts';
import { statusOf } from '#lib/page-cache/status-tag.ts';
import { getPage, moment, type Source, setPage } from '#lib/page-cache/store.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { type Answer, askNext, type Handler } from './capture.ts';
import { collect } from './collected-body.ts';
import { encodedBody } from './encoded.ts';
import { type FinishedPage, finishPage } from './finished-page.ts';
import { isEndless, keep } from './kept-pages.ts';
import { learnHeaders, learnShell, makeAnswerDirectly, makePageDirectly } from './make-directly.ts';
import { isTagged, keepTagged } from './tagged-pages.ts';

/** Under which a reader's page lies in the store, and on disk. */
const keyOf = (address: string): string => `page:${address}`;

/** Puts a page into the store, unless something of it has expired since it was begun. */
async function store(address: string, page: FinishedPage, began: number): Promise<Source | null> {
  const { status, headers, hash, tags, encoded } = page;
  const html = encoded.identity ?? (await encodedBody(encoded, 'identity'));
  const packed: PackedPage = { status, headers, hash, html, form: 'plain' };
  const key = keyOf(address);
  setPage(key, packed, [...tags], bytesOfPacked(packed), { began, isEndless: isEndless(address, status) });
  return getPage(key)?.value === packed ? { key, made: packed } : null;
}

interface Asked {
  handle: Handler;
  address: string;
  host: string;
}

interface MadeAnswer {
  answer: Answer;
  tags: string[];
  /** By the store's clock. */
  began: number;
}

async function makeByNext({ handle, address, host }: Asked): Promise<MadeAnswer> {
  const { result: made, tags, began } = await withTags(() => askNext(handle, address, host));
  if (made.status >= 500 || !tags.includes(siteTag)) return { answer: made, tags, began };
  const html = readerHtml(String(await encodedBody(made.encoded, 'identity')));
  // Nobody waits for that, and it is no part of what the page is made of.
  if (made.status === 200) withTags(() => learnShell(address, html, made)).catch(console.error);
  return { answer: { ...made, ...(await collect(ownBytes(Buffer.from(html)))) }, tags, began };
}

async function makeReaderPage(asked: Asked): Promise<FinishedPage | null> {
  const { address } = asked;
  const { result, tags, began } = await withTags(() => makePageDirectly(address));
  const made = result ? { answer: result, tags, began } : await makeByNext(asked);
  if (made.answer.status >= 500) return null;
  // Whatever else stands at an address is sent as it is, and not kept.
  if (!made.tags.includes(siteTag)) return finishPage(address, made.answer, []);
  const answer = { ...made.answer, status: statusOf(made.tags) ?? made.answer.status };
  const page = finishPage(address, answer, made.tags);
  const source = await store(address, page, made.began);
  if (source) keep(address, page, source);
  return page;
}

async function makeTagged({ handle, address, host }: Asked): Promise<FinishedPage | null> {
  const began = moment();
  const answer = (await makeAnswerDirectly(address)) ?? (await askNext(handle, address, host));
  if (answer.status >= 500) return null;
  learnHeaders(address, answer);
  const source = keepTagged(address, answer, began);
  const page = finishPage(address, answer, source ? (getPage(source.key)?.tags ?? []) : []);
  if (source) keep(address, page, source);
  return page;
}

/**
 * Makes the page at an address, by itself or through Next, and keeps it.
 * @param host  the site's own, whatever the client called it
 * @returns null: it can't be made
 */
export async function makePage(handle: Handler, address: string, host: string): Promise<FinishedPage | null> {
  const make = isTagged(address) ? makeTagged : makeReaderPage;
  return await make({ handle, address, host });
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
