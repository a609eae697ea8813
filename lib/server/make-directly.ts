import type { OutgoingHttpHeader } from 'node:http';
import { answerMaker, type PageParts, pageMaker } from '#lib/page-cache/makers.ts';
import { ownBytes } from '#lib/page-cache/own-bytes.ts';
import type { Answer } from './capture.ts';
import { BodyCollector, type Collected, collect } from './collected-body.ts';
import { findRoute, type Route } from './routes.ts';

// About half of the time in which Next makes a page it spends on itself: on both of its forms of the page, on its place among
// the layouts, on a request and its answer. What comes of it is the route's own part of the page, in a shell that is
// the same for all of its pages. So the first page of a route is made by Next, the shell is taken from it, and from then on
// the route's own function (lib/page-cache/makers.ts) is asked and nobody else.
//
// The shell is taken only where the function gives the very text that Next made: should they ever differ, pages are made by
// Next, as slowly as it makes them.

/** What stands before, between and behind a page's own parts, and the headers that it is sent with. */
interface Shell {
  before: string;
  between: string;
  behind: string;
  headers: Answer['headers'];
}

const shells = new Map<string, Shell>();
/** How often the shell of a route was looked for in vain. A page may have changed meanwhile; five have not. */
const failures = new Map<string, number>();
const failuresAtMost = 5;

/** How many pages were made so. */
export const directly = { pages: 0, answers: 0 };

function splitAt(text: string, part: string): [string, string] | null {
  const at = text.indexOf(part);
  if (part === '' || at < 0 || text.indexOf(part, at + 1) >= 0) return null;
  return [text.slice(0, at), text.slice(at + part.length)];
}

function shellAround({ head, body }: PageParts, html: string, headers: Answer['headers']): Shell | null {
  const [before, rest] = splitAt(html, head) ?? [];
  const [between, behind] = splitAt(rest ?? '', body) ?? [];
  return before === undefined || between === undefined || behind === undefined
    ? null
    : { before, between, behind, headers };
}

/** Whether a function of ours has ended with a word to Next: an address that leads elsewhere. */
const isForNext = (error: unknown): boolean =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');

async function unlessForNext<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isForNext(error)) return null;
    throw error;
  }
}

async function makeParts({ route, params }: Route): Promise<PageParts | null> {
  const maker = pageMaker(route);
  return maker ? await unlessForNext(() => maker(params)) : null;
}

/**
 * Learns from a page that Next has made how others of its route are made without it.
 * @param html  as readers get it
 */
export async function learnShell(address: string, html: string, { headers }: Answer): Promise<void> {
  const found = findRoute(address);
  if (!found || shells.has(found.route)) return;
  const failed = failures.get(found.route) ?? 0;
  if (failed >= failuresAtMost) return;
  const parts = await makeParts(found);
  if (!parts) return;
  const shell = shellAround(parts, html, headers);
  if (shell) shells.set(found.route, shell);
  else failures.set(found.route, failed + 1);
}

/**
 * A reader's page, made by its route's own function.
 * @returns null: Next has to make it
 */
export async function makePageDirectly(address: string): Promise<Answer | null> {
  const found = findRoute(address);
  const shell = found && shells.get(found.route);
  const parts = shell ? await makeParts(found) : null;
  if (!shell || !parts) return null;
  const { before, between, behind, headers } = shell;
  const html = Buffer.from(before + parts.head + between + parts.body + behind);
  directly.pages++;
  return { status: 200, headers, ...(await collect(ownBytes(html))) };
}

/** The headers that Next adds to what a route of ours answers, by the settings of the site. */
const addedByNext = ['x-content-type-options', 'referrer-policy', 'content-security-policy'];
const addedTo = new Map<string, Answer['headers']>();

/** Learns from an answer to a machine that Next has made what Next adds to those of its route. */
export function learnHeaders(address: string, { headers }: Answer): void {
  const found = findRoute(address);
  if (!found || addedTo.has(found.route)) return;
  const added = addedByNext.map((name) => [name, headers[name]] as const);
  addedTo.set(found.route, Object.fromEntries(added.filter(hasValue)));
}

const hasValue = (
  header: readonly [string, OutgoingHttpHeader | undefined],
): header is [string, OutgoingHttpHeader] => header[1] !== undefined;

/** A body as it comes, compressed on the way where it is a large one. */
async function collectStream(body: ReadableStream<Uint8Array>): Promise<Collected> {
  let drained = () => {};
  const collector = new BodyCollector(() => drained());
  for await (const chunk of body) {
    const { promise, resolve } = Promise.withResolvers<void>();
    drained = resolve;
    if (!collector.write(Buffer.from(chunk))) await promise;
  }
  return await collector.end();
}

/**
 * A feed or a sitemap, made by its route's own function.
 * @returns null: Next has to make it
 */
export async function makeAnswerDirectly(address: string): Promise<Answer | null> {
  const found = findRoute(address);
  const added = found && addedTo.get(found.route);
  const maker = found && answerMaker(found.route);
  if (!found || !added || !maker) return null;
  const response = await unlessForNext(() => maker(found.params));
  if (!response) return null;
  const body = response.body ? await collectStream(response.body) : await collect(Buffer.alloc(0));
  directly.answers++;
  return { status: response.status, headers: { ...added, ...Object.fromEntries(response.headers) }, ...body };
}
