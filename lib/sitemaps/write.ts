import { isoWithOffset } from '#lib/site/dates.ts';
import { absolute } from '#lib/site/urls.ts';
import { xmlDeclaration, xmlElement } from '#lib/site/xml.ts';

// Sitemaps as https://www.sitemaps.org/protocol.html has them, with Google's extensions for pictures and for news.

/** Addresses in one file, by the protocol; news are fewer, by Google's rule. */
export const mostAddresses = 50_000;

const head = `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;
const pictures = ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const news = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

/** What stands before the addresses of a list of pages, of articles, of news. */
export const heads = {
  pages: `${head}>\n`,
  articles: `${head}${pictures}>\n`,
  news: `${head}${pictures}${news}>\n`,
};

export const urlsetEnd = '</urlset>\n';

/** A page of the site. */
export interface SitemapPage {
  /** From the root. */
  path: string;
  /** When what the page says last changed; null: not known. */
  changedAt: Date | null;
}

const lastmod = (at: Date | null): string => (at ? xmlElement('lastmod', isoWithOffset(at)) : '');

/**
 * A page's entry.
 * @param more  the entry's extensions, ready written
 */
export function urlEntry({ path, changedAt }: SitemapPage, more = ''): string {
  return `<url>${xmlElement('loc', absolute(path))}${lastmod(changedAt)}${more}</url>\n`;
}

/** An index of sitemaps. */
export function sitemapIndex(sitemaps: readonly SitemapPage[]): string {
  const entries = sitemaps.map(
    ({ path, changedAt }) => `<sitemap>${xmlElement('loc', absolute(path))}${lastmod(changedAt)}</sitemap>\n`,
  );
  const start = `${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  return `${start}${entries.join('')}</sitemapindex>\n`;
}
