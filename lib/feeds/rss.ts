import { absolute, siteUrl } from '#lib/site/urls.ts';
import { xmlDeclaration, xmlElement, xmlText } from '#lib/site/xml.ts';
import type { Enclosure, Feed, FeedItem } from './types.ts';

// RSS 2.0 (https://www.rssboard.org/rss-specification), with the modules that feed readers know: Atom's link to itself,
// Dublin Core's authors, the whole text.

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
].join(' ');

/** "Sun, 16 Feb 2025 07:16:00 GMT": the form of RFC 822 that RSS asks for. */
const rssDate = (date: Date): string => date.toUTCString();

/** The number makes it, and no wording: an article that gets another headline is no other article. */
export const itemId = (id: number): string => `${new URL(siteUrl()).host}/${id}`;

const enclosure = ({ url, type, bytes }: Enclosure): string =>
  `<enclosure url="${xmlText(url)}" length="${bytes}" type="${xmlText(type)}"/>`;

function item(one: FeedItem): string {
  const parts = [
    xmlElement('title', one.title),
    xmlElement('link', one.url),
    `<guid isPermaLink="false">${xmlText(itemId(one.id))}</guid>`,
    xmlElement('pubDate', rssDate(one.publishedAt)),
    ...one.authors.map(({ name }) => xmlElement('dc:creator', name)),
    ...[one.section, ...one.tags].map((name) => xmlElement('category', name)),
    xmlElement('description', one.summary),
    one.html === null ? '' : xmlElement('content:encoded', one.html),
    one.enclosure ? enclosure(one.enclosure) : '',
  ];
  return `<item>${parts.join('')}</item>\n`;
}

/** When anything in a feed last changed; null of one that is empty. */
function lastChange(items: readonly FeedItem[]): Date | null {
  const times = items.map(({ changedAt }) => changedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** @param self  the feed's own address, from the root */
export function rssFeed(feed: Feed, self: string): string {
  const changed = lastChange(feed.items);
  const link = absolute(feed.href);
  const channel = [
    xmlElement('title', feed.title),
    xmlElement('link', link),
    xmlElement('description', feed.description || feed.title),
    xmlElement('language', 'vi'),
    changed ? xmlElement('lastBuildDate', rssDate(changed)) : '',
    `<atom:link href="${xmlText(absolute(self))}" rel="self" type="application/rss+xml"/>`,
    feed.logo
      ? `<image>${xmlElement('url', feed.logo)}${xmlElement('title', feed.title)}${xmlElement('link', link)}</image>`
      : '',
  ];
  const items = feed.items.map(item).join('');
  return `${xmlDeclaration}<rss version="2.0" ${namespaces}>\n<channel>${channel.join('')}\n${items}</channel>\n</rss>\n`;
}
