import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { search } from '#lib/search/search.ts';
import { readSearchAddress } from '#lib/site/search-address.ts';
import { withoutMarks } from '#lib/site/text.ts';
import { loadSampleTexts } from './load-sample.ts';

const queries = z.array(
  z.strictObject({
    typed: z.string(),
    /** By the numbers of the articles' files: 1 to 3. */
    wanted: z.record(z.coerce.string(), z.number().int().min(1).max(3)),
  }),
);
type Query = z.infer<typeof queries>[number];

/** How well a part of the queries is answered, each figure from 0 to 1. */
interface Quality {
  queries: number;
  /** Whether the wanted articles come first, in the order of how much they are wanted. */
  ndcg10: number;
  /** Of the wanted articles, those on the first page; the query typed without marks. */
  recallWithoutMarks: number;
  /** As ndcg10, typed without marks. */
  ndcg10WithoutMarks: number;
}

const shown = 10;
/** The day after the sample newspaper's newest. */
const now = new Date('2026-11-23T00:00:00+07:00');

/** The numbers of the files of what is found. */
async function ask(typed: string, files: ReadonlyMap<number, number>): Promise<number[]> {
  const page = await search({ ...readSearchAddress(new URLSearchParams()), text: typed }, 1, now);
  return (page?.articles ?? []).map(({ card }) => files.get(card.id) ?? 0);
}

const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

function ndcg(found: readonly number[], { wanted }: Query): number {
  const best = Object.values(wanted).sort((a, b) => b - a);
  const got = sum(found.slice(0, shown).map((file, place) => gain(wanted[file] ?? 0, place)));
  return got / sum(best.slice(0, shown).map(gain));
}

function recall(found: readonly number[], { wanted }: Query): number {
  const files = Object.keys(wanted).map(Number);
  return files.filter((file) => found.includes(file)).length / files.length;
}

async function measure(part: readonly Query[], files: ReadonlyMap<number, number>, tell: boolean) {
  const figures: Omit<Quality, 'queries'>[] = [];
  for (const query of part) {
    const typed = await ask(query.typed, files);
    const bare = await ask(withoutMarks(query.typed), files);
    const one = {
      ndcg10: ndcg(typed, query),
      recallWithoutMarks: recall(bare, query),
      ndcg10WithoutMarks: ndcg(bare, query),
    };
    figures.push(one);
    if (tell && Math.min(...Object.values(one)) < 0.95) {
      const worst = Math.min(...Object.values(one)).toFixed(2);
      console.log(
        `    ${worst}  ${query.typed}: ${typed.slice(0, 5)} · ${bare.slice(0, 5)}, wanted ${Object.keys(query.wanted)}`,
      );
    }
  }
  const mean = (key: keyof (typeof figures)[number]) =>
    Math.round((1000 * sum(figures.map((one) => one[key]))) / part.length) / 1000;
  return {
    queries: part.length,
    ndcg10: mean('ndcg10'),
    recallWithoutMarks: mean('recallWithoutMarks'),
    ndcg10WithoutMarks: mean('ndcg10WithoutMarks'),
  } satisfies Quality;
}

/** Asks what readers would ask of the sample newspaper, in the migrated, empty database that db() uses. */
export async function measureQuality(): Promise<Record<'chosenBy' | 'heldBack', Quality>> {
  const ids = await loadSampleTexts();
  const files = new Map([...ids].map(([file, id]) => [id, file]));
  const all = queries.parse(parse(readFileSync('tests/bench/search/queries.yaml', 'utf8')));
  const isHeldBack = (_: Query, index: number) => index % 3 === 2;
  const tell = process.env['BENCH_TELL'] === '1';
  const figures = {
    chosenBy: await measure(
      all.filter((query, index) => !isHeldBack(query, index)),
      files,
      tell,
    ),
    heldBack: await measure(all.filter(isHeldBack), files, false),
  };
  console.log('\n  quality                    queries  nDCG@10  typed without marks: nDCG@10  recall');
  for (const [name, one] of Object.entries({
    'weights chosen by these': figures.chosenBy,
    'held back': figures.heldBack,
  })) {
    const cells = [one.ndcg10.toFixed(3).padStart(9), one.ndcg10WithoutMarks.toFixed(3).padStart(30)];
    console.log(
      `  ${name.padEnd(26)}${String(one.queries).padStart(8)}${cells.join('')}${one.recallWithoutMarks.toFixed(3).padStart(8)}`,
    );
  }
  return figures;
}
