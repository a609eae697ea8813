import type pg from 'pg';
import { entryOf, vocabularyOfEntry } from '#lib/articles/search-entry.ts';
import type { ArchiveArticle } from './batch.ts';
import { copyIn } from './copy-in.ts';

/** What readers' search knows of a batch: an entry for each published article, and what they add to the vocabulary. */
export async function fillSearch(client: pg.Client, batch: readonly ArchiveArticle[]): Promise<void> {
  const entries = batch
    .filter(({ status }) => status === 'published')
    .map(({ id, content, bylines, cover, publishedAt }) =>
      entryOf({
        id,
        title: content.title,
        sapo: content.sapo,
        tags: content.tags,
        bylines: content.bylines,
        bylineIds: bylines.map((byline) => byline.id),
        coverCaption: cover?.caption ?? '',
        coverCredit: cover?.credit ?? '',
        body: content.body,
        categoryId: content.categoryId ?? 0,
        publishedAt,
      }),
    );
  await copyIn(
    client,
    'search_entry',
    ['article_id', 'published_at', 'quarter', 'text', 'terms'],
    entries.map((one) => [one.articleId, one.publishedAt, one.quarter, one.text, `{${one.terms.join(',')}}`]),
  );
  const counts = new Map<string, { plain: string; kind: string; articles: number }>();
  for (const { text, plain, kind } of entries.flatMap((entry) => vocabularyOfEntry(entry.text))) {
    counts.set(text, { plain, kind, articles: (counts.get(text)?.articles ?? 0) + 1 });
  }
  const words = [...counts];
  await client.query(
    `INSERT INTO search_word (text, plain, kind, articles)
     SELECT text, plain, kind::search_word_kind, articles
     FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS counted (text, plain, kind, articles)
     ON CONFLICT (text) DO UPDATE SET articles = search_word.articles + EXCLUDED.articles`,
    [
      words.map(([text]) => text),
      words.map(([, { plain }]) => plain),
      words.map(([, { kind }]) => kind),
      words.map(([, { articles }]) => articles),
    ],
  );
}
