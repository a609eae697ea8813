import type { Transaction } from '#lib/db.ts';
import { findingTerms } from './candidates.ts';
import type { Rail } from './rail.ts';
import type { Compared } from './score.ts';

/** An article is no longer found by the terms that it was known by. */
export async function forgetTerms(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM term_article t USING article_rail r
    WHERE r.article_id = ${id} AND t.term = ANY(r.terms[1:${findingTerms}]) AND t.published_at = r.published_at
      AND t.article_id = r.article_id`;
}

/** Keeps an article's rail, and what it is found by. */
export async function writeRail(tx: Transaction, article: Compared, rail: Rail): Promise<void> {
  const { id, publishedAt, profile } = article;
  await tx.$executeRaw`
    WITH rail AS (INSERT INTO article_rail (article_id, published_at, terms, weights, related_ids, scores)
    VALUES (${id}, ${publishedAt}, ${profile.terms}, ${profile.weights}::real[], ${rail.relatedIds}::int[], ${rail.scores}::real[])
    ON CONFLICT (article_id) DO UPDATE SET published_at = excluded.published_at, terms = excluded.terms,
      weights = excluded.weights, related_ids = excluded.related_ids, scores = excluded.scores)
    INSERT INTO term_article (term, published_at, article_id)
    SELECT term, ${publishedAt}, ${id} FROM unnest(${profile.terms.slice(0, findingTerms)}::text[]) AS term
    ON CONFLICT DO NOTHING`;
}

/** Keeps the rails of other articles, whose terms stay what they are. */
export async function writeRelated(
  tx: Transaction,
  rails: readonly { id: number; rail: Rail }[],
): Promise<void> {
  if (rails.length === 0) return;
  const told = JSON.stringify(
    rails.map(({ id, rail }) => ({ id, related: rail.relatedIds, scores: rail.scores })),
  );
  await tx.$executeRaw`
    UPDATE article_rail r
    SET related_ids = ARRAY(SELECT value::int FROM jsonb_array_elements_text(told.related) WITH ORDINALITY ORDER BY ordinality),
      scores = ARRAY(SELECT value::real FROM jsonb_array_elements_text(told.scores) WITH ORDINALITY ORDER BY ordinality)
    FROM jsonb_to_recordset(${told}::jsonb) AS told (id int, related jsonb, scores jsonb)
    WHERE r.article_id = told.id`;
}
