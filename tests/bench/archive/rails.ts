import type pg from 'pg';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { findingTerms } from '#lib/rails/candidates.ts';
import { chooseTerms, termsOf } from '#lib/rails/terms.ts';

// What articles of an archive are known by, and their rails. Reading a million articles for it would take half an hour:
// some are read, and the others are known by the same terms in turn, so that each term leads to as many articles as in an
// archive of that size.

const read = 5000;
const related = 20;

async function readProfiles(client: pg.Client) {
  const { rows } = await client.query<{ title: string; sapo: string; body: unknown }>(
    `SELECT title, sapo, body FROM article WHERE id IN (
       SELECT id FROM article WHERE status = 'published' ORDER BY hashint4(id) LIMIT ${read})`,
  );
  const said = rows.map(({ title, sapo, body }) =>
    termsOf({ title, sapo, body: plainText(bodySchema.parse(body)) }),
  );
  const counts = new Map<string, number>();
  for (const terms of said) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, profiles: said.map((terms) => chooseTerms(terms, counts, said.length)) };
}

/** Fills the tables of lib/rails for all published articles of an archive. */
export async function fillArchiveRails(client: pg.Client): Promise<void> {
  const { counts, profiles } = await readProfiles(client);
  if (profiles.length === 0) return;
  const list = [['', profiles.length] as const, ...counts];
  await client.query('TRUNCATE term_count, term_article, article_rail');
  await client.query('INSERT INTO term_count SELECT * FROM unnest($1::text[], $2::int[])', [
    list.map(([term]) => term),
    list.map(([, articles]) => articles),
  ]);
  await client.query(
    'INSERT INTO term_count SELECT $1 || tag_id, count(*) FROM article_tag WHERE article_id IN (SELECT id FROM article ORDER BY id DESC LIMIT $2) GROUP BY tag_id',
    ['#', profiles.length],
  );
  await client.query('CREATE TEMP TABLE profile (n int PRIMARY KEY, terms text[], weights real[])');
  await client.query(
    `INSERT INTO profile SELECT n, ARRAY(SELECT jsonb_array_elements_text(one->'terms')),
       ARRAY(SELECT jsonb_array_elements_text(one->'weights')::real)
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS list (one, n)`,
    [JSON.stringify(profiles)],
  );
  const many = profiles.length;
  await client.query('ALTER TABLE article_rail DROP CONSTRAINT article_rail_pkey');
  await client.query('ALTER TABLE term_article DROP CONSTRAINT term_article_pkey');
  await client.query(
    `INSERT INTO article_rail
     SELECT a.id, a.first_published_at, p.terms, p.weights,
       ARRAY(SELECT a.id - ${many} * k FROM generate_series(1, ${related}) AS k WHERE a.id > ${many} * k),
       ARRAY(SELECT (20 - k / 2.0)::real FROM generate_series(1, ${related}) AS k WHERE a.id > ${many} * k)
     FROM article a JOIN profile p ON p.n = 1 + a.id % ${many} WHERE a.status = 'published'`,
  );
  await client.query(
    `INSERT INTO term_article SELECT term, r.published_at, r.article_id
     FROM article_rail r CROSS JOIN LATERAL unnest(r.terms[1:${findingTerms}]) AS term`,
  );
  await client.query("SET maintenance_work_mem = '1GB'");
  await client.query('ALTER TABLE article_rail ADD CONSTRAINT article_rail_pkey PRIMARY KEY (article_id)');
  await client.query(
    'ALTER TABLE term_article ADD CONSTRAINT term_article_pkey PRIMARY KEY (term, published_at, article_id)',
  );
}
