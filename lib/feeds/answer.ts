import { db } from '#lib/db.ts';
import { taggedAnswer, taggedNotFound } from '#lib/page-cache/tagged-answer.ts';
import { articleTag, paperTag, siteTag } from '#lib/page-cache/tags.ts';
import { findRedirect } from '#lib/redirects/find.ts';
import { readLogo } from '#lib/settings/logo.ts';
import { getFeedSettings } from '#lib/settings/paper.ts';
import { absolute, feedPath } from '#lib/site/urls.ts';
import { jpegOf } from './body-html.ts';
import { findFeed, noFeedTags, paperFeed } from './find-feed.ts';
import { readItems } from './items.ts';
import { jsonFeed } from './json-feed.ts';
import { rssFeed } from './rss.ts';
import { type Feed, type FeedFormat, type FeedSource, feedFormats } from './types.ts';

// What stands at the addresses of feeds.

const formats: Record<FeedFormat, { type: string; write: (feed: Feed, self: string) => string }> = {
  xml: { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
};

async function readFeed(source: FeedSource): Promise<Feed> {
  const settings = await getFeedSettings();
  const logo = await readLogo(db(), settings.logo);
  return {
    title: source.name === null ? settings.name : `${source.name} | ${settings.name}`,
    description: source.description || (source.name === null ? settings.description : ''),
    href: source.href,
    logo: (logo && jpegOf(logo)?.url) ?? null,
    items: await readItems(source.newest, settings.feeds.fullText),
  };
}

async function answer(source: FeedSource, format: FeedFormat): Promise<Response> {
  const feed = await readFeed(source);
  const { type, write } = formats[format];
  const tags = [siteTag, paperTag, ...source.tags, ...feed.items.map(({ id }) => articleTag(id))];
  return taggedAnswer(write(feed, feedPath(source.href, format)), { type, tags });
}

/** `/rss.xml`, `/rss.json` */
export async function answerPaperFeed(format: FeedFormat): Promise<Response> {
  return await answer(await paperFeed(), format);
}

/** A feed of what was renamed or merged is where its page is now. */
async function answerMissing(page: string, format: FeedFormat): Promise<Response> {
  const tags = [siteTag, ...noFeedTags];
  const redirect = await findRedirect(page);
  // An old address of an article has no feed.
  if (!redirect || redirect.articleId !== null) return taggedNotFound(tags);
  const { to } = redirect;
  return taggedAnswer(null, {
    type: 'text/plain; charset=utf-8',
    tags,
    status: 308,
    headers: { Location: absolute(feedPath(to, format)) },
  });
}

/**
 * `/rss/{page}.xml`, `/rss/{page}.json`
 * @param path  the parts after /rss/: ["thoi-su", "do-thi.xml"]
 */
export async function answerFeed(path: readonly string[]): Promise<Response> {
  const [, page = '', extension = ''] = /^(.{1,300})\.([a-z]+)$/.exec(path.join('/')) ?? [];
  const format = feedFormats.find((one) => one === extension);
  if (!format) return taggedNotFound([siteTag]);
  const source = await findFeed(page.split('/'));
  return source ? await answer(source, format) : await answerMissing(`/${page}`, format);
}
