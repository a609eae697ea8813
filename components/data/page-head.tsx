import type { PaperView } from '#lib/settings/types.ts';
import { feedPath, siteUrl } from '#lib/site/urls.ts';
import type { ShareImage } from './share-image.ts';

// What a page tells crawlers and whoever shares it. Plain elements, which React puts into the page's head, instead of
// Next's `metadata`: so it is the same however the page is made, and costs what it weighs.

/** What an article says beside what every page says. */
interface ArticleHead {
  authors: readonly { name: string; href: string }[];
  section: string;
  tags: readonly string[];
  /** ISO 8601. */
  publishedTime: string;
  modifiedTime: string;
}

/** What only a page says that search engines may list. */
interface Listed {
  /** The page's one address, from the root. */
  path: string;
  /** The page whose feed goes with this one, and what it is called. */
  feed: { page: string; name: string };
  image: ShareImage | null;
  article?: ArticleHead;
}

export interface PageHeadProps {
  paper: PaperView;
  /** Null: the site's own. */
  title: string | null;
  /** None, or empty: the site's own. */
  description?: string;
  /** Null: search engines are told to leave the page out. */
  listed: Listed | null;
}

/** Absolute, and the front page's without a slash at the end. */
const addressOf = (path: string): string =>
  new URL(path, siteUrl()).href.replace(/^([^/]*\/\/[^/]*)\/$/, '$1');

function Name({ name, content }: { name: string; content: string | number }) {
  return <meta name={name} content={String(content)} />;
}

function Property({ of, content }: { of: string; content: string | number }) {
  return <meta property={of} content={String(content)} />;
}

function Links({ path, feed }: Listed) {
  const href = addressOf(path);
  const name = feed.name;
  return (
    <>
      <Name name="robots" content="max-image-preview:large" />
      <link rel="canonical" href={href} />
      <link rel="alternate" hrefLang="vi" href={href} />
      <link
        rel="alternate"
        type="application/rss+xml"
        href={addressOf(feedPath(feed.page))}
        title={`${name} (RSS)`}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        href={addressOf(feedPath(feed.page, 'json'))}
        title={`${name} (JSON Feed)`}
      />
    </>
  );
}

function Authors({ authors }: Pick<ArticleHead, 'authors'>) {
  return authors.map(({ name, href }) => [
    <link key={href} rel="author" href={href} />,
    <Name key={`name of ${href}`} name="author" content={name} />,
  ]);
}

function ArticleProperties({ publishedTime, modifiedTime, section, tags }: ArticleHead) {
  return (
    <>
      <Property of="article:published_time" content={publishedTime} />
      <Property of="article:modified_time" content={modifiedTime} />
      <Property of="article:section" content={section} />
      {tags.map((tag) => (
        <Property key={tag} of="article:tag" content={tag} />
      ))}
    </>
  );
}

interface Shared {
  title: string;
  description: string;
  image: ShareImage | null;
}

/** Open Graph (https://ogp.me), which Facebook, Zalo and most others read. */
function OpenGraph({ paper, listed, title, description, image }: Shared & Omit<PageHeadProps, 'title'>) {
  return (
    <>
      <Property of="og:title" content={title} />
      {description && <Property of="og:description" content={description} />}
      {listed && <Property of="og:url" content={addressOf(listed.path)} />}
      <Property of="og:site_name" content={paper.name} />
      <Property of="og:locale" content="vi_VN" />
      {image && (
        <>
          <Property of="og:image" content={addressOf(image.url)} />
          <Property of="og:image:width" content={image.width} />
          <Property of="og:image:height" content={image.height} />
          <Property of="og:image:alt" content={image.alt} />
        </>
      )}
      <Property of="og:type" content={listed?.article ? 'article' : 'website'} />
      {listed?.article && <ArticleProperties {...listed.article} />}
    </>
  );
}

function TwitterCard({ title, description, image }: Shared) {
  return (
    <>
      <Name name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      <Name name="twitter:title" content={title} />
      {description && <Name name="twitter:description" content={description} />}
      {image && (
        <>
          <Name name="twitter:image" content={addressOf(image.url)} />
          <Name name="twitter:image:alt" content={image.alt} />
          <Name name="twitter:image:width" content={image.width} />
          <Name name="twitter:image:height" content={image.height} />
        </>
      )}
    </>
  );
}

const siteTitle = ({ name, motto }: PaperView): string =>
  [name, motto].filter((text) => text !== '').join(' - ');

/** The head of a reader's page, as far as it is the page's own. */
export function PageHead({ paper, title, description: own, listed }: PageHeadProps) {
  const description = own || paper.description;
  const shared = { title: title ?? paper.name, description, image: listed?.image ?? null };
  return (
    <>
      <title>{title === null ? siteTitle(paper) : `${title} | ${paper.name}`}</title>
      {description && <Name name="description" content={description} />}
      <Name name="application-name" content={paper.name} />
      {listed?.article && <Authors {...listed.article} />}
      {listed ? <Links {...listed} /> : <Name name="robots" content="noindex" />}
      <Name name="format-detection" content="telephone=no" />
      <OpenGraph paper={paper} listed={listed} {...shared} />
      <TwitterCard {...shared} />
    </>
  );
}
