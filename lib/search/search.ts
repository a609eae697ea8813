import { cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { captionText, plainText } from '#lib/body/plain-text.ts';
import { db } from '#lib/db.ts';
import { isAsked, type SearchAddress } from '#lib/site/search-address.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { likelyMeaning } from './did-you-mean.ts';
import { type Found, findArticles } from './find.ts';
import { excerptOf, hasAll, highlight } from './highlight.ts';
import { readNarrowing } from './narrowing.ts';
import { parseQuery, type Query } from './query.ts';
import { readVocabulary } from './rarity.ts';
import type { FoundArticle, Piece, SearchPage } from './types.ts';

/** Articles on one page of results. */
export const resultsPageSize = 20;
/** Where fewer are found, another query may be what was meant. */
const fewFound = 3;
/** What is offered where nothing is found. */
const offered = 5;

type Card = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>;

async function readBodyLines(ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, body: true },
  });
  return new Map(
    rows.map((row) => {
      const body = bodySchema.parse(row.body);
      return [row.id, [...plainText(body).split('\n'), ...captionText(body).split('\n')]];
    }),
  );
}

/** The names that hang on the articles, for those that are found by these alone. */
async function readNames(ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      tags: { select: { tag: { select: { name: true } } } },
      bylines: { select: { byline: { select: { name: true } } } },
    },
  });
  return new Map(
    rows.map(({ id, tags, bylines }) => [
      id,
      [...bylines.map(({ byline }) => byline.name), ...tags.map(({ tag }) => tag.name)],
    ]),
  );
}

/**
 * What to show of each article: the sapo where it has all the words; else what sapo, body, captions or, at last, tags and
 * bylines have of them.
 */
async function readExcerpts(rows: readonly Card[], { words }: Query): Promise<Map<number, Piece[]>> {
  const shown = new Map<number, Piece[]>();
  const lookIn = (row: Card, lines: readonly string[]) => {
    const excerpt = excerptOf(lines, words);
    if (excerpt) shown.set(row.id, excerpt);
  };
  const left = () => rows.filter(({ id }) => !shown.has(id));
  for (const row of rows) if (hasAll(row.sapo, words)) shown.set(row.id, highlight(row.sapo, words));
  const bodies = await readBodyLines(left().map(({ id }) => id));
  for (const row of left()) lookIn(row, [row.sapo, ...(bodies.get(row.id) ?? []), row.coverCaption]);
  const nameless = left().filter(({ title }) => !hasAll(title, words));
  const names = await readNames(nameless.map(({ id }) => id));
  for (const row of nameless) lookIn(row, [...(names.get(row.id) ?? []), row.coverCredit]);
  return shown;
}

async function readFound(found: Found['articles'], query: Query): Promise<FoundArticle[]> {
  const rows = await db().article.findMany({
    where: { id: { in: found.map(({ id }) => id) }, ...isPublic },
    select: cardSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const excerpts = await readExcerpts(rows, query);
  return found.flatMap(({ id, closeness }) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        card: toCard(row),
        closeness: closeness ?? 'some',
        title: highlight(row.title, query.words),
        excerpt: excerpts.get(id) ?? [{ text: row.sapo, isHit: false }],
      },
    ];
  });
}

async function readNewest(): Promise<SearchPage['newest']> {
  const rows = await db().article.findMany({
    where: isPublic,
    orderBy: newestFirst,
    take: offered,
    select: cardSelect,
  });
  return rows.map(toCard);
}

/** What is found with another query, if it is more. */
async function readMeant(
  query: Query,
  address: SearchAddress,
  found: Found,
  now: Date,
): Promise<string | null> {
  if (found.total >= fewFound || query.words.length === 0) return null;
  const meant = await likelyMeaning(query.words, now);
  if (meant === null) return null;
  const other = await find(parseQuery(meant), address, now);
  return other.found.total > found.total ? meant : null;
}

async function find(query: Query, address: SearchAddress, now: Date) {
  const [{ narrowing, author }, vocabulary] = await Promise.all([
    readNarrowing(address),
    readVocabulary(query.words),
  ]);
  const isNarrowed = Object.values(narrowing).some((one) => one !== null);
  if (query.words.length === 0 && !isNarrowed) {
    return { found: { articles: [], total: 0, isMore: false }, author };
  }
  const order = query.words.length === 0 ? 'newest' : address.order;
  return { found: await findArticles(query, { narrowing, order, vocabulary, now }), author };
}

/**
 * One page (from 1) of the published articles that a reader asks for; null beyond the last. Any text may be asked for,
 * and costs no more than a bounded number of articles do.
 */
export async function search(address: SearchAddress, page: number, now: Date): Promise<SearchPage | null> {
  if (!isAsked(address)) return null;
  const query = parseQuery(address.text);
  const { found, author } = await find(query, address, now);
  const pages = Math.max(1, Math.ceil(found.articles.length / resultsPageSize));
  if (page > pages) return null;
  const shown = found.articles.slice((page - 1) * resultsPageSize, page * resultsPageSize);
  const [articles, meant, newest] = await Promise.all([
    readFound(shown, query),
    readMeant(query, address, found, now),
    found.articles.length === 0 ? readNewest() : [],
  ]);
  const { total, isMore } = found;
  return { articles, total, isMore, page, pages, meant, author, leftOut: query.leftOut, newest };
}
