import { readRows } from '#lib/db.ts';
import { getFeedSettings } from '#lib/settings/paper.ts';
import { isoWithOffset } from '#lib/site/dates.ts';
import { xmlElement } from '#lib/site/xml.ts';
import { articleEntry, type SitemapRow, sitemapColumns } from './rows.ts';
import { heads, urlEntry, urlsetEnd } from './write.ts';

// The sitemap for news search: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap

/** "Articles that were created in the last two days." */
const newsMs = 48 * 60 * 60 * 1000;
/** "Up to 1,000 news tags"; what is beyond stands in further files. */
const mostNews = 1000;

const since = (now: Date): Date => new Date(now.getTime() - newsMs);

interface NewsRow extends SitemapRow {
  title: string;
}

async function readNews(now: Date, part: number, size: number): Promise<NewsRow[]> {
  return await readRows<NewsRow>`
    SELECT article.title, ${sitemapColumns} FROM article LEFT JOIN picture ON picture.id = article.cover_id
    WHERE article.status = 'published' AND article.first_published_at >= ${since(now)}
    ORDER BY article.first_published_at DESC, article.id DESC LIMIT ${size} OFFSET ${(part - 1) * size}`;
}

function newsEntry(row: NewsRow, publication: string): string {
  const date = xmlElement('news:publication_date', isoWithOffset(row.firstPublishedAt));
  const title = xmlElement('news:title', row.title);
  return articleEntry(row, `<news:news>${publication}${date}${title}</news:news>`);
}

/** A file of the news sitemap. */
export interface NewsSitemap {
  xml: string;
  /** When the oldest of them is news no longer. */
  expires: Date | null;
}

/**
 * The n-th file (from 1) of the articles of the last 48 hours, newest first: what is published while a crawler goes from one
 * file to the next comes twice, and nothing is missed.
 * @returns null where there is no such file
 */
export async function newsSitemap(now: Date, part = 1, size = mostNews): Promise<NewsSitemap | null> {
  const rows = await readNews(now, part, size);
  if (rows.length === 0 && part > 1) return null;
  const { name } = await getFeedSettings();
  const publication = `<news:publication>${xmlElement('news:name', name)}<news:language>vi</news:language></news:publication>`;
  const entries = rows.map((row) => newsEntry(row, publication));
  // The schema wants an address where there is no news: the front page, which is no news itself.
  if (entries.length === 0) entries.push(urlEntry({ path: '/', changedAt: null }));
  const oldest = rows.at(-1)?.firstPublishedAt;
  return {
    xml: `${heads.news}${entries.join('')}${urlsetEnd}`,
    expires: oldest ? new Date(oldest.getTime() + newsMs) : null,
  };
}

/** How many files the news take, and when one of them last changed; null: nothing is known to have. */
export async function countNews(
  now: Date,
  size = mostNews,
): Promise<{ parts: number; changedAt: Date | null }> {
  const [row] = await readRows<{ articles: number; changedAt: Date | null }>`
    SELECT count(*) FILTER (WHERE status = 'published')::int AS articles,
      max(greatest(last_published_at, withdrawn_at)) AS "changedAt"
    FROM article WHERE first_published_at >= ${since(now)}`;
  return { parts: Math.max(1, Math.ceil((row?.articles ?? 0) / size)), changedAt: row?.changedAt ?? null };
}
