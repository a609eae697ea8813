import { isoWithOffset } from '#lib/site/dates.ts';
import { absolute } from '#lib/site/urls.ts';
import { itemId } from './rss.ts';
import type { Feed, FeedItem } from './types.ts';

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

const people = (authors: FeedItem['authors']) => (authors.length > 0 ? { authors } : {});

function item(one: FeedItem) {
  const { enclosure } = one;
  return {
    id: itemId(one.id),
    url: one.url,
    title: one.title,
    // One of the two has to be there.
    ...(one.html === null ? { content_text: one.summary } : { content_html: one.html }),
    summary: one.summary,
    ...(enclosure
      ? {
          image: enclosure.url,
          attachments: [{ url: enclosure.url, mime_type: enclosure.type, size_in_bytes: enclosure.bytes }],
        }
      : {}),
    date_published: isoWithOffset(one.publishedAt),
    date_modified: isoWithOffset(one.changedAt),
    ...people(one.authors),
    tags: [one.section, ...one.tags],
  };
}

/** @param self  the feed's own address, from the root */
export function jsonFeed(feed: Feed, self: string): string {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: absolute(feed.href),
    feed_url: absolute(self),
    ...(feed.description ? { description: feed.description } : {}),
    ...(feed.logo ? { icon: feed.logo } : {}),
    language: 'vi',
    items: feed.items.map(item),
  });
  return `${text}\n`;
}
