import pg from 'pg';
import { searchPath } from '#lib/site/search-address.ts';
import { articlePath, bylinePath, listPath, tagPath, topicPath } from '#lib/site/urls.ts';

// The pages whose cost is followed as an archive grows: those that ask the most of the database in it, by their
// addresses. The name is the same in every archive.

export interface GrowthPage {
  name: string;
  /** Asked for in turn. */
  paths: string[];
  /** Milliseconds that it may take in an archive of a million articles. */
  atMost?: number;
  /** Whether it is streamed, and memory is what it must not cost. */
  streamed?: boolean;
}

const largest = `
  SELECT (SELECT path FROM category WHERE parent_id IS NULL ORDER BY (SELECT sum(count) FROM published_month
      WHERE category_id = category.id) DESC NULLS LAST LIMIT 1) AS section,
    (SELECT ceil(sum(count) / 20.0)::int FROM published_month WHERE category_id = (SELECT category_id FROM published_month
      GROUP BY 1 ORDER BY sum(count) DESC LIMIT 1)) AS pages,
    (SELECT path FROM category AS top WHERE parent_id IS NULL AND EXISTS (SELECT FROM category WHERE parent_id = top.id)
      ORDER BY position LIMIT 1) AS parent,
    (SELECT slug FROM tag WHERE id = (SELECT tag_id FROM article_tag GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)) AS tag,
    (SELECT slug FROM byline WHERE id = (SELECT byline_id FROM article_byline GROUP BY 1 ORDER BY count(*) DESC LIMIT 1))
      AS byline,
    (SELECT slug FROM topic WHERE id = (SELECT topic_id FROM article WHERE topic_id IS NOT NULL AND status = 'published'
      GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)) AS story`;

interface Largest {
  section: string;
  pages: number;
  parent: string;
  tag: string;
  byline: string;
  story: string | null;
}

interface Row {
  id: number;
  slug: string;
  title: string;
}

const newest = `SELECT id, slug, title FROM article WHERE status = 'published' ORDER BY first_published_at DESC LIMIT 20`;
const anywhere = `SELECT id, slug, title FROM article WHERE status = 'published'
  AND id IN (SELECT 1 + (n * 7919) % (SELECT max(id) FROM article) FROM generate_series(1, 40) AS n) LIMIT 20`;

/** Words as people type them: one to six that follow each other in some headline. */
function queriesOf(rows: readonly Row[]): string[] {
  return rows.map(({ title }, index) =>
    (title.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 1 + (index % 6)).join(' '),
  );
}

/** As the sitemap of a month may be named. */
const monthName = (at: Date) => at.toISOString().slice(0, 7);

/** The pages of the archive in this database. */
export async function growthPages(url: string): Promise<GrowthPage[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Largest>(largest);
    const [found] = rows;
    if (!found) throw new Error('there is no archive in this database');
    const recent = (await client.query<Row>(newest)).rows;
    const any = (await client.query<Row>(anywhere)).rows;
    const section = `/${found.section}`;
    const page = (n: number) => listPath(section, Math.max(1, Math.min(n, found.pages)));
    const articles = (list: Row[]) => list.map(({ slug, id }) => articlePath(slug, id));
    const month = monthName(new Date(Date.now() - 31 * 86_400_000));
    return [
      { name: 'front page', paths: ['/'] },
      { name: 'section', paths: [section] },
      { name: 'section, n = 2', paths: [page(2)], atMost: 30 },
      { name: 'section, n = 200 or the last', paths: [page(200)], atMost: 30 },
      { name: 'section, n = 20,000 or the last', paths: [page(20_000)], atMost: 30 },
      { name: 'section with children, n = 2', paths: [listPath(`/${found.parent}`, 2)], atMost: 30 },
      { name: 'tag', paths: [tagPath(found.tag)], atMost: 30 },
      { name: 'author', paths: [bylinePath(found.byline)], atMost: 30 },
      { name: 'running story', paths: found.story ? [topicPath(found.story)] : [], atMost: 30 },
      { name: 'article, new', paths: articles(recent) },
      { name: 'article, any', paths: articles(any) },
      {
        name: 'search, 1–6 words',
        paths: queriesOf(any).map((query) => searchPath({ text: query })),
        atMost: 80,
      },
      { name: 'RSS', paths: ['/rss.xml'], atMost: 30 },
      { name: 'RSS of a section', paths: [`/rss/${found.section}.xml`], atMost: 30 },
      { name: 'news sitemap', paths: ['/sitemaps/news.xml'], atMost: 30 },
      { name: 'sitemap index', paths: ['/sitemap.xml'] },
      { name: 'sitemap of a month', paths: [`/sitemaps/${month}.xml`], streamed: true },
    ];
  } finally {
    await client.end();
  }
}
