import { cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import { readCardRows } from '#lib/articles/read-cards.ts';
import { db } from '#lib/db.ts';
import { isAsked, type SearchAddress } from '#lib/site/search-address.ts';
import { likelyMeaning } from './did-you-mean.ts';
import { readExcerpts } from './excerpts.ts';
import { type Found, findArticles } from './find.ts';
import { highlight } from './highlight.ts';
import { readNarrowing } from './narrowing.ts';
import { parseQuery, type Query } from './query.ts';
import { readVocabulary } from './rarity.ts';
import type { FoundArticle, SearchPage } from './types.ts';

/** Articles on one page of results. */
const resultsPageSize = 20;
/** Where fewer are found, another query may be what was meant. */
const fewFound = 3;
/** What is offered where nothing is found. */
const offered = 5;

async function readFound(found: Found['articles'], query: Query): Promise<FoundArticle[]> {
  const rows = await readCardRows(found.map(({ id }) => id));
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
