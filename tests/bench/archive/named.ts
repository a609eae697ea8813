import type pg from 'pg';
import { slugOf } from '#lib/site/text.ts';

export interface Named {
  id: number;
  name: string;
}

/** Writes down what has a name and an address, and gives it with its number. */
export async function addNamed(
  client: pg.Client,
  table: 'tag' | 'byline' | 'topic',
  names: readonly string[],
): Promise<Named[]> {
  await client.query(
    `INSERT INTO ${table} (name, slug) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [names, names.map((name) => slugOf(name))],
  );
  const { rows } = await client.query<Named>(
    `SELECT id, name FROM ${table} WHERE name = ANY ($1) ORDER BY array_position($1, name)`,
    [names],
  );
  return rows;
}

/** So many names that differ, also without their marks: addresses are made of them. */
export function different(count: number, first: readonly string[], next: (n: number) => string): string[] {
  const bySlug = new Map<string, string>();
  const offer = (name: string) => {
    if (!bySlug.has(slugOf(name))) bySlug.set(slugOf(name), name);
  };
  first.forEach(offer);
  for (let n = 0; bySlug.size < count && n < count * 20; n++) offer(next(n));
  return [...bySlug.values()].slice(0, count);
}
