import type { Transaction } from '#lib/db.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Action } from '#lib/staff/permissions.ts';
import { Prisma } from '#prisma/generated/client.ts';

// Tags, running stories and bylines have much in common: a name, an address made from it, a text about them, and the
// articles they hang on. What is different between them stands in a Kind; the verbs are in their own folders.

export interface Kind {
  /** Its table, and what the audit log calls it. */
  type: 'tag' | 'topic' | 'byline';
  manage: Action;
  /** As it stands in a sentence: "thẻ". */
  word: string;
  /** Letters of its longest name. */
  longest: number;
  /** Slug of a name without a letter or digit. */
  fallbackSlug: string;
  /** The column of the text about it. */
  text: 'description' | 'bio';
  pathOf: (slug: string) => string;
  pageTag: (id: number) => string;
  /** The articles it hangs on, published or not, each once: rows (article_id, named_id). */
  uses: Prisma.Sql;
  /** Whether articles are written with its name: then they find it by a former name as well. */
  isWrittenByName: boolean;
  /** Hangs on `to` what hangs on `from`. */
  move: (tx: Transaction, from: readonly number[], to: number) => Promise<unknown>;
}

export interface Named {
  id: number;
  name: string;
  slug: string;
  text: string;
}

export const tableOf = (kind: Kind): Prisma.Sql => Prisma.raw(`"${kind.type}"`);
const textOf = (kind: Kind): Prisma.Sql => Prisma.raw(`"${kind.text}"`);

/** "Thẻ": at the beginning of a sentence. */
export const atStart = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/**
 * The rows with these numbers, kept as they are until the transaction ends: nobody renames, merges or hangs anything on
 * them meanwhile.
 * @throws Missing if one of them is not there
 */
export async function holdNamed(tx: Transaction, kind: Kind, ids: readonly number[]): Promise<Named[]> {
  const rows = await tx.$queryRaw<Named[]>`
    SELECT id, name, slug, ${textOf(kind)} AS text FROM ${tableOf(kind)} WHERE id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`;
  if (rows.length < new Set(ids).size) {
    throw new Missing(`${atStart(kind.word)} này không còn nữa. Có thể người khác vừa xóa hoặc gộp.`);
  }
  return rows;
}

/** As holdNamed, for one. */
export async function holdOne(tx: Transaction, kind: Kind, id: number): Promise<Named> {
  const [row] = await holdNamed(tx, kind, [id]);
  if (!row) throw new Missing();
  return row;
}

/** How many articles it hangs on. */
export async function countUses(tx: Transaction, kind: Kind, ids: readonly number[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT article_id)::int AS count FROM (${kind.uses}) AS uses WHERE named_id = ANY(${[...ids]})`;
  return row?.count ?? 0;
}
