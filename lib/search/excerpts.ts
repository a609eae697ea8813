import type { CardRow } from '#lib/articles/card.ts';
import { body as bodySchema } from '#lib/body/blocks.ts';
import { captionText, plainText } from '#lib/body/plain-text.ts';
import { db } from '#lib/db.ts';
import { excerptOf, hasAll, highlight } from './highlight.ts';
import type { Query } from './query.ts';
import type { Piece } from './types.ts';

async function readBodyLines(ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: number; body: unknown }[]>`
    SELECT id, body FROM article WHERE id = ANY (${[...ids]})`;
  return new Map(
    rows.map((row) => {
      const body = bodySchema.parse(row.body);
      return [row.id, [...plainText(body).split('\n'), ...captionText(body).split('\n')]];
    }),
  );
}

/** The names that hang on the articles, for those that are found by these alone. */
async function readNames(ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      tags: { select: { tag: { select: { name: true } } } },
      bylines: { select: { byline: { select: { name: true } } } },
    },
  });
  return new Map(
    rows.map(({ id, tags, bylines }) => [
      id,
      [...bylines.map(({ byline }) => byline.name), ...tags.map(({ tag }) => tag.name)],
    ]),
  );
}

/**
 * What to show of each article: the sapo where it has all the words; else what sapo, body, captions or, at last, tags and
 * bylines have of them.
 */
export async function readExcerpts(
  rows: readonly CardRow[],
  { words }: Query,
): Promise<Map<number, Piece[]>> {
  const shown = new Map<number, Piece[]>();
  const lookIn = (row: CardRow, lines: readonly string[]) => {
    const excerpt = excerptOf(lines, words);
    if (excerpt) shown.set(row.id, excerpt);
  };
  const left = () => rows.filter(({ id }) => !shown.has(id));
  for (const row of rows) if (hasAll(row.sapo, words)) shown.set(row.id, highlight(row.sapo, words));
  const bodies = await readBodyLines(left().map(({ id }) => id));
  for (const row of left()) lookIn(row, [row.sapo, ...(bodies.get(row.id) ?? []), row.coverCaption]);
  const nameless = left().filter(({ title }) => !hasAll(title, words));
  const names = await readNames(nameless.map(({ id }) => id));
  for (const row of nameless) lookIn(row, [...(names.get(row.id) ?? []), row.coverCredit]);
  return shown;
}
