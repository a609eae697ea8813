import pg from 'pg';
import { db } from '#lib/db.ts';
import { settleRail } from '#lib/rails/rails.ts';
import { migrate } from '#lib/server/migrations.ts';
import { step } from '#lib/server/steps.ts';
import { createDatabase, startTestPostgres } from '#tests/support/postgres.ts';
import { Draw } from '#tests/support/random.ts';
import { fillArchive } from './archive/fill-archive.ts';
import { fillArchiveRails } from './archive/rails.ts';
import { figuresOf, heading, line } from './figures.ts';
import { makeJudge } from './related-quality.ts';

// "Đọc thêm": how good it is, against what a person graded; and what it adds to a publication, in an archive: the one at
// DATABASE_URL (which must be a copy: articles are published in it), or a small one of its own.

const ownArticles = 10_000;
const tries = 200;
const targetMs = 50;

function judge() {
  const { chosen, heldBack, each } = makeJudge()();
  const round = (value: number) => Math.round(value * 1000) / 1000;
  console.log(`\n  nDCG@10 of "Đọc thêm" over ${each.length} articles of the sample newspaper`);
  console.log(`    the two thirds that the weights were chosen by  ${chosen.toFixed(3)}`);
  console.log(`    the third that was held back                    ${heldBack.toFixed(3)}`);
  return { chosen: round(chosen), heldBack: round(heldBack) };
}

async function prepare(url: string): Promise<number> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ articles: number; rails: boolean }>(
      'SELECT (SELECT count(*)::int FROM article) AS articles, EXISTS (SELECT 1 FROM article_rail) AS rails',
    );
    const { articles = 0, rails = false } = rows[0] ?? {};
    if (!rails) {
      await step('  Its articles have their rails', () => fillArchiveRails(client));
      await client.query('ANALYZE article_rail, term_article, term_count');
    }
    return articles;
  } finally {
    await client.end();
  }
}

/** An article that goes out now, with what some article of the archive says and hangs on. */
async function addCopy(of: number, n: number): Promise<number> {
  const [row] = await db().$queryRaw<{ id: number }[]>`
    INSERT INTO article (status, type, title, slug, sapo, body, category_id, topic_id, first_published_at,
      last_published_at, updated_at)
    SELECT 'published', type, title || ${` (${n})`}, slug, sapo, body, category_id, topic_id, now(), now(), now()
    FROM article WHERE id = ${of} AND status = 'published' RETURNING id`;
  if (!row) return 0;
  await db().$executeRaw`
    INSERT INTO article_tag SELECT ${row.id}, tag_id, position FROM article_tag WHERE article_id = ${of}`;
  return row.id;
}

async function measure(articles: number) {
  const draw = new Draw(5);
  const times: number[] = [];
  const changed: number[] = [];
  for (let n = 0; times.length < tries + 20; n++) {
    const id = await addCopy(1 + Math.floor(draw.next() * articles), n);
    if (id === 0) continue;
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1`;
      const began = performance.now();
      const rails = await settleRail(tx, id);
      times.push(performance.now() - began);
      changed.push(rails.length - 1);
    });
  }
  // The first load the code and the index's upper pages.
  const figures = figuresOf(times.slice(20));
  console.log(
    `\n  An article goes out among ${articles} others\n${heading}\n${line('its related articles', figures)}`,
  );
  console.log(
    `  ${figures.p95 <= targetMs ? 'within' : 'NOT within'} the target: ${targetMs} ms at the 95th percentile`,
  );
  console.log(`  rails of other articles changed by each: at most ${Math.max(...changed)}`);
  return { articles, targetMs, publication: figures, mostRailsChanged: Math.max(...changed) };
}

/** Prints and gives the quality of related articles, and their cost at publication in milliseconds. */
export async function benchRelated(): Promise<object> {
  const ndcg = judge();
  const given = process.env['DATABASE_URL'];
  const own = given ? null : await step('A throw-away PostgreSQL is up', startTestPostgres);
  try {
    const url = given ?? (await createDatabase(own?.url ?? '', 'migrated'));
    if (!given)
      await step(`${ownArticles} articles are in it`, () => fillArchive(url, { articles: ownArticles }));
    process.env['DATABASE_URL'] = url;
    return { ndcg, ...(await measure(await prepare(url))) };
  } finally {
    await db().$disconnect();
    await own?.stop();
    if (!given) delete process.env['DATABASE_URL'];
  }
}
