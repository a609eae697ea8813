import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cleanBody } from '#lib/body/clean-body.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { readArticleFile } from '#lib/import/article-file.ts';
import { type Compared, scoreOf, type Weights, weights } from '#lib/rails/score.ts';
import { chooseTerms, rarity, type Text, termsOf } from '#lib/rails/terms.ts';
import { grades } from './related-grades.ts';

// How good "Đọc thêm" is: the sample newspaper's rails against what a person graded, without a database.

const shown = 10;

interface Sample extends Compared {
  text: Text;
}

/** The sample's articles with numbers for their sections, stories and tags. */
function readSample(): Sample[] {
  const numbers = new Map<string, number>();
  const numberOf = (kind: string, name: string) => {
    const key = `${kind} ${name}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key) ?? 0;
  };
  const none = { terms: [], weights: [] };
  return globSync('prisma/sample/articles/*.md').map((file) => {
    const { values, blocks } = readArticleFile(readFileSync(file), basename(file, '.md'));
    const body = blocks.flatMap((block) =>
      'file' in block || block.type === 'related' || block.type === 'gallery' ? [] : [block],
    );
    const sections = [values.category].flat().join('/').split('/');
    return {
      id: Number(basename(file).slice(0, 2)),
      publishedAt: new Date(values.publishedAt ?? 0),
      categoryId: numberOf('section', sections.join('/')),
      topCategoryId: numberOf('section', sections[0] ?? ''),
      topicId: values.topic ? numberOf('story', values.topic) : null,
      tagIds: values.tags.map((tag: string) => numberOf('tag', tag)),
      profile: none,
      text: { title: values.title, sapo: values.sapo, body: plainText(cleanBody(body)) },
    };
  });
}

/** The articles with what they are known by, and how rare each tag is, as lib/rails/rails.ts finds it. */
function profiled(sample: Sample[]) {
  const counts = new Map<string, number>();
  const said = new Map(sample.map((one) => [one.id, termsOf(one.text)]));
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const one of sample) {
    for (const term of said.get(one.id)?.keys() ?? []) add(term);
    for (const tag of one.tagIds) add(`#${tag}`);
  }
  const total = sample.length;
  const articles: Compared[] = sample.map((one) => ({
    ...one,
    profile: chooseTerms(said.get(one.id) ?? new Map(), counts, total),
  }));
  const tagRarity = (id: number) => rarity(counts.get(`#${id}`) ?? 0, total) / rarity(0, total);
  return { articles, tagRarity };
}

const newestFirst = (a: Compared, b: Compared) => b.publishedAt.getTime() - a.publishedAt.getTime();

/** The rail of an article as readers see it, filled with the section's newest and the paper's. */
function railOf(
  article: Compared,
  others: readonly Compared[],
  tagRarity: (id: number) => number,
  by: Weights,
): number[] {
  const scored = others
    .filter((other) => other.id !== article.id)
    .map((other) => ({ other, score: scoreOf(article, other, tagRarity, by) }));
  const related = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const rest = scored.filter(({ score }) => score === 0).map(({ other }) => other);
  const near = rest.filter((other) => other.categoryId === article.categoryId).sort(newestFirst);
  const far = rest.filter((other) => other.categoryId !== article.categoryId).sort(newestFirst);
  return [...related.map(({ other }) => other), ...near, ...far].slice(0, shown).map(({ id }) => id);
}

/** Discounted gain of a list of grades: each place counts less than the one before. */
const gain = (list: readonly number[]) =>
  list.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

function ndcg(rail: readonly number[], graded: Record<number, number>): number {
  const best = Object.values(graded)
    .sort((a, b) => b - a)
    .slice(0, shown);
  return gain(rail.map((id) => graded[id] ?? 0)) / gain(best);
}

/** Every third article is held back: no weight was chosen by it. */
const isHeldBack = (place: number) => place % 3 === 2;

export function makeJudge() {
  const { articles, tagRarity } = profiled(readSample());
  return (by: Weights = weights) => {
    const each = Object.entries(grades).map(([id, graded], place) => {
      const article = articles.find((one) => one.id === Number(id));
      if (!article) throw new Error(`The sample has no article ${id}.`);
      const rail = railOf(article, articles, tagRarity, by);
      return { id: Number(id), heldBack: isHeldBack(place), rail, ndcg: ndcg(rail, graded) };
    });
    const mean = (heldBack: boolean) => {
      const part = each.filter((one) => one.heldBack === heldBack);
      return part.reduce((sum, one) => sum + one.ndcg, 0) / part.length;
    };
    return { chosen: mean(false), heldBack: mean(true), each };
  };
}
