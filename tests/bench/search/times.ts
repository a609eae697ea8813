import { indexArticles } from '#lib/articles/search-index.ts';
import { db } from '#lib/db.ts';
import { search } from '#lib/search/search.ts';
import { suggestPhrases } from '#lib/search/suggest-phrases.ts';
import { readSearchAddress, type SearchAddress } from '#lib/site/search-address.ts';
import { withoutMarks } from '#lib/site/text.ts';
import { Draw } from '#tests/support/random.ts';
import { type Figures, figuresOf, heading, line } from '../figures.ts';

// Queries of one to six words, common and rare ones, made from the archive's own texts: beginnings of headlines, words of
// bodies in their order, words of one article out of order, words that have nothing to do with each other.

const articles = 40;
const targets = { search: 80, indexing: 20 };

interface Text {
  id: number;
  text: string;
}

async function drawTexts(draw: Draw): Promise<Text[]> {
  const [{ least, most } = { least: 0, most: 0 }] = await db().$queryRaw<{ least: number; most: number }[]>`
    SELECT min(article_id) AS least, max(article_id) AS most FROM search_entry`;
  const texts: Text[] = [];
  while (texts.length < articles) {
    const from = least + Math.floor(draw.next() * (most - least));
    texts.push(
      ...(await db().$queryRaw<Text[]>`
        SELECT article_id AS id, text FROM search_entry WHERE article_id >= ${from} ORDER BY article_id LIMIT 1`),
    );
  }
  return texts;
}

const wordsIn = (text: string) => text.split(/[ \n\t]+/).filter((word) => word !== '');

function someOf(draw: Draw, words: readonly string[], count: number): string {
  return Array.from({ length: count }, () => draw.one(words)).join(' ');
}

function inOrder(draw: Draw, words: readonly string[], count: number): string {
  const from = Math.floor(draw.next() * Math.max(1, words.length - count));
  return words.slice(from, from + count).join(' ');
}

const kinds: Record<string, (draw: Draw, texts: readonly Text[], count: number) => string> = {
  'words of a headline': (draw, texts, count) =>
    inOrder(draw, wordsIn(draw.one(texts).text.split('\t')[0] ?? ''), count),
  'words of a body, in order': (draw, texts, count) =>
    inOrder(draw, wordsIn(draw.one(texts).text.split('\t')[5] ?? ''), count),
  'words of an article, any': (draw, texts, count) => someOf(draw, wordsIn(draw.one(texts).text), count),
  'words of any articles': (draw, texts, count) =>
    someOf(
      draw,
      texts.flatMap(({ text }) => wordsIn(text)),
      count,
    ),
  'the same, without marks': (draw, texts, count) =>
    withoutMarks(
      someOf(
        draw,
        texts.flatMap(({ text }) => wordsIn(text)),
        count,
      ),
    ),
  'in quotes': (draw, texts, count) =>
    `"${inOrder(draw, wordsIn(draw.one(texts).text.split('\t')[5] ?? ''), Math.max(2, count))}"`,
};

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function commonWords(): Promise<string[]> {
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT text FROM search_word WHERE kind = 'word' ORDER BY articles DESC LIMIT 60`;
  return rows.map((row) => row.text);
}

const tell = (name: string, times: readonly number[]): Figures => {
  const figures = figuresOf(times);
  console.log(line(name, figures));
  return figures;
};

const ask = (changes: Partial<SearchAddress>, now: Date) =>
  search({ ...readSearchAddress(new URLSearchParams()), ...changes }, 1, now);

/**
 * Other queries of the same kinds, unmeasured: a paper's database has been searched before, and its indexes are in memory.
 * From a disk the first ones take two or three times as long.
 */
async function askBefore(now: Date): Promise<void> {
  for (const seed of [815, 816, 817]) {
    const draw = new Draw(seed);
    const texts = await drawTexts(draw);
    for (const make of Object.values(kinds)) {
      for (let n = 0; n < 60; n++) await ask({ text: make(draw, texts, 1 + (n % 6)) }, now);
    }
  }
}

/** The search and the indexing of one article, against the archive that db() has. */
export async function measureTimes(): Promise<{ articles: number; figures: Record<string, Figures> }> {
  const draw = new Draw(4711);
  const [{ count } = { count: 0 }] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM search_entry`;
  if (count === 0) throw new Error('The search knows no article of this archive: make it anew.');
  const texts = await drawTexts(draw);
  console.log(`\n  ${count} articles\n${heading}`);
  const now = new Date();
  const byKind: Record<string, Figures> = {};
  const everything: number[] = [];
  const measure = async (name: string, queries: readonly Partial<SearchAddress>[]) => {
    const times: number[] = [];
    for (const query of queries) times.push(await timeOf(() => ask(query, now)));
    everything.push(...times);
    byKind[name] = tell(name, times);
  };
  const sixLengths = (make: (words: number) => string) =>
    Array.from({ length: 60 }, (_, index) => ({ text: make(1 + (index % 6)) }));
  const common = await commonWords();
  await askBefore(now);
  for (const [name, make] of Object.entries(kinds)) {
    await measure(
      name,
      sixLengths((words) => make(draw, texts, words)),
    );
  }
  await measure(
    'the commonest words',
    sixLengths((words) => someOf(draw, common, words)),
  );
  await measure(
    'the newest first',
    sixLengths((words) => someOf(draw, common, words)).map((query) => ({ ...query, order: 'newest' })),
  );
  const [section] = await db().category.findMany({
    where: { parentId: null },
    take: 1,
    orderBy: { id: 'desc' },
  });
  await measure(
    'in a section',
    sixLengths((words) => someOf(draw, common, words)).map((query) => ({
      ...query,
      section: section?.path ?? null,
    })),
  );
  const all = tell('all queries', everything);
  const beginnings = texts.map(({ text }) => text.slice(0, 2 + Math.floor(draw.next() * 12)));
  const typing: number[] = [];
  for (const begin of beginnings) typing.push(await timeOf(() => suggestPhrases(begin)));
  const suggestions = tell('suggestions while typing', typing);
  const indexing: number[] = [];
  // What is published now goes where the newest are.
  const newest = await db().$queryRaw<{ id: number }[]>`
    SELECT article_id AS id FROM search_entry WHERE quarter = (SELECT max(quarter) FROM search_entry) LIMIT ${articles}`;
  for (const { id } of newest) {
    // As publishing does: within a transaction that is open already.
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM article WHERE id = ${id} FOR UPDATE`;
      indexing.push(await timeOf(() => indexArticles(tx, [id])));
    });
  }
  const indexed = tell('indexing one article', indexing);
  console.log(
    `  95th percentiles: search ${all.p95} ms of at most ${targets.search}, indexing ${indexed.p95} ms of at most ${targets.indexing}`,
  );
  return { articles: count, figures: { all, ...byKind, suggestions, indexing: indexed } };
}
