import { body as bodySchema } from '#lib/body/blocks.ts';
import type { Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { searchTag } from '#lib/page-cache/tags.ts';
import { entryOf, type SearchEntry, type SearchSource, vocabularyOfEntry } from './search-entry.ts';

// The one place that writes what readers' search knows: search_entry and search_word.

async function readSources(tx: Transaction, ids: readonly number[]): Promise<SearchSource[]> {
  const rows = await tx.$queryRaw<SearchSource[]>`
    SELECT article.id, title, sapo, body, cover_caption AS "coverCaption", cover_credit AS "coverCredit",
      category_id AS "categoryId", first_published_at AS "publishedAt", tagged.names AS tags,
      signed.names AS bylines, signed.ids AS "bylineIds"
    FROM article,
      LATERAL (SELECT coalesce(array_agg(name ORDER BY position), '{}') AS names
        FROM article_tag JOIN tag ON tag.id = tag_id WHERE article_id = article.id) AS tagged,
      LATERAL (SELECT coalesce(array_agg(name ORDER BY position), '{}') AS names,
          coalesce(array_agg(byline.id ORDER BY position), '{}') AS ids
        FROM article_byline JOIN byline ON byline.id = byline_id WHERE article_id = article.id) AS signed
    WHERE article.id = ANY(${[...ids]}) AND status = 'published'`;
  return rows.map((row) => ({ ...row, body: bodySchema.parse(row.body) }));
}

async function writeEntries(tx: Transaction, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_entry (article_id, published_at, quarter, text, terms)
    SELECT id, published_at, quarter, text, terms::int[] FROM unnest(
      ${entries.map((entry) => entry.articleId)}::int[],
      ${entries.map((entry) => entry.publishedAt)}::timestamptz[],
      ${entries.map((entry) => entry.quarter)}::smallint[],
      ${entries.map((entry) => entry.text)}::text[],
      ${entries.map((entry) => `{${entry.terms.join(',')}}`)}::text[]) AS made (id, published_at, quarter, text, terms)
    ON CONFLICT (article_id) DO UPDATE SET published_at = EXCLUDED.published_at, quarter = EXCLUDED.quarter,
      text = EXCLUDED.text, terms = EXCLUDED.terms`;
}

/** How many articles more (or fewer) each piece of the vocabulary has. */
function vocabularyChange(before: readonly string[], after: readonly string[]) {
  const pieces = new Map<string, { plain: string; kind: string; by: number }>();
  const count = (texts: readonly string[], by: number) => {
    for (const { text, ...piece } of texts.flatMap(vocabularyOfEntry)) {
      pieces.set(text, { ...piece, by: (pieces.get(text)?.by ?? 0) + by });
    }
  };
  count(before, -1);
  count(after, 1);
  // In one order, so that of two articles published at once neither waits for the other.
  return [...pieces].filter(([, { by }]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function countWords(tx: Transaction, before: readonly string[], after: readonly string[]) {
  const changed = vocabularyChange(before, after);
  if (changed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_word (text, plain, kind, articles)
    SELECT text, plain, kind::search_word_kind, articles FROM unnest(
      ${changed.map(([text]) => text)}::text[],
      ${changed.map(([, { plain }]) => plain)}::text[],
      ${changed.map(([, { kind }]) => kind)}::text[],
      ${changed.map(([, { by }]) => by)}::int[]) AS changed (text, plain, kind, articles)
    ON CONFLICT (text) DO UPDATE SET articles = search_word.articles + EXCLUDED.articles`;
  const fewer = changed.filter(([, { by }]) => by < 0).map(([text]) => text);
  if (fewer.length > 0) {
    await tx.$executeRaw`DELETE FROM search_word WHERE text = ANY(${fewer}) AND articles <= 0`;
  }
}

/**
 * Makes the search know these articles as they are now: those that are published, and no others. Belongs in the
 * transaction that changed them, which holds their rows.
 */
export async function indexArticles(tx: Transaction, ids: readonly number[]): Promise<void> {
  const before = await tx.$queryRaw<{ text: string }[]>`
    SELECT text FROM search_entry WHERE article_id = ANY(${[...ids]}) ORDER BY article_id FOR UPDATE`;
  const entries = (await readSources(tx, ids)).map(entryOf);
  const found = new Set(entries.map((entry) => entry.articleId));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) await tx.searchEntry.deleteMany({ where: { articleId: { in: gone } } });
  await writeEntries(tx, entries);
  await countWords(
    tx,
    before.map((row) => row.text),
    entries.map((entry) => entry.text),
  );
}

/**
 * Makes entries anew of articles that wait for it. Several servers may do so at once: none takes what another has.
 * @returns how many were taken; none wait any more where it is 0
 */
export async function indexWaiting(most: number): Promise<number> {
  return await change('search.index', async (tx) => {
    const waiting = await tx.$queryRaw<{ id: number }[]>`
      DELETE FROM search_waiting WHERE article_id IN
        (SELECT article_id FROM search_waiting ORDER BY article_id DESC LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING article_id AS id`;
    const ids = waiting.map((row) => row.id);
    if (ids.length === 0) return { value: 0, tags: [] };
    // Nobody publishes another text while the one that is there is read.
    await tx.$executeRaw`SELECT 1 FROM article WHERE id = ANY(${ids}) ORDER BY id FOR NO KEY UPDATE`;
    await indexArticles(tx, ids);
    return { value: ids.length, tags: [searchTag] };
  });
}
