import { streamText, taggedAnswer, taggedNotFound } from '#lib/page-cache/tagged-answer.ts';
import { missingTag, monthTag, newestTag, paperTag, sitemapsTag, siteTag } from '#lib/page-cache/tags.ts';
import { monthSitemap } from './months.ts';
import { type NamedKind, namedSitemap, sectionSitemap } from './named.ts';
import { newsSitemap } from './news.ts';
import { readSitemapIndex } from './sitemap-index.ts';

// What stands at the addresses of sitemaps.

const type = 'application/xml; charset=utf-8';
/** Pages appear and go with articles and with the names that are given to things. */
const lists = [siteTag, newestTag, missingTag];

const hourMs = 60 * 60 * 1000;

export async function answerSitemapIndex(now: Date): Promise<Response> {
  // What is news stops being so by itself.
  const expires = new Date(now.getTime() + hourMs);
  return taggedAnswer(await readSitemapIndex(now), { type, tags: lists, expires });
}

/** A sitemap that comes in pieces; one without any is not there. */
async function stream(pieces: AsyncGenerator<string>, tags: readonly string[]): Promise<Response> {
  const first = await pieces.next();
  if (first.done) return taggedNotFound(tags);
  async function* all() {
    yield first.value ?? '';
    yield* pieces;
  }
  return taggedAnswer(streamText(all()), { type, tags });
}

async function answerNews(now: Date, part: number): Promise<Response> {
  const tags = [...lists, paperTag, sitemapsTag];
  const news = await newsSitemap(now, part);
  return news ? taggedAnswer(news.xml, { type, tags, expires: news.expires }) : taggedNotFound(tags);
}

const named = /^(tag|chu-de|tac-gia)(?:-([1-9]\d{0,4}))?$/;
const month = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([1-9]\d{0,4}))?$/;
const news = /^news(?:-([1-9]\d{0,4}))?$/;

/** The number of a file; the first has none in its name. */
function partOf(number: string | undefined): number | null {
  if (number === undefined) return 1;
  return number === '1' ? null : Number(number);
}

/** `/sitemaps/{name}.xml` */
export async function answerSitemap(file: string, now: Date): Promise<Response> {
  const name = /^([a-z0-9-]{1,40})\.xml$/.exec(file)?.[1] ?? '';
  if (name === 'chuyen-muc') return taggedAnswer(await sectionSitemap(), { type, tags: lists });
  const matched = news.exec(name) ?? month.exec(name) ?? named.exec(name);
  const part = partOf(matched?.at(-1));
  if (!matched || part === null) return taggedNotFound([siteTag]);
  if (name.startsWith('news')) return await answerNews(now, part);
  const [, group = ''] = matched;
  if (month.test(name)) {
    const tags = [siteTag, sitemapsTag, monthTag(group)];
    return await stream(monthSitemap({ month: group, part }), tags);
  }
  return await stream(namedSitemap(group as NamedKind, part), lists);
}
