import type { Transaction } from '#lib/db.ts';
import { sendAt } from '#lib/queue/send.ts';
import type { Hanging } from './types.ts';

/** What would be without a place if the section went. */
export async function countHanging(tx: Transaction, id: number): Promise<Hanging> {
  const [row] = await tx.$queryRaw<Hanging[]>`
    SELECT
      (SELECT count(*)::int FROM (
        SELECT id FROM article WHERE category_id = ${id}
        UNION SELECT article_id FROM working_copy WHERE content->'categoryId' = to_jsonb(${id}::int)) AS hung) AS articles,
      (SELECT count(*)::int FROM category WHERE parent_id = ${id}) AS children,
      (SELECT count(*)::int FROM pin WHERE category_id = ${id}) AS pins,
      (SELECT count(*)::int FROM staff_category WHERE category_id = ${id}) AS staff`;
  return row ?? { articles: 0, children: 0, pins: 0, staff: 0 };
}

/** Gives articles, pins and limits of staff to another section; its own pins stay before those that come. */
export async function moveHanging(tx: Transaction, from: number, into: number): Promise<void> {
  // Readers' search can be narrowed to a section.
  await tx.$executeRaw`
    INSERT INTO search_waiting (article_id) SELECT id FROM article WHERE category_id = ${from} AND status = 'published'
    ON CONFLICT DO NOTHING`;
  await sendAt(tx, 'index-articles', {}, new Date());
  await tx.$executeRaw`UPDATE article SET category_id = ${into} WHERE category_id = ${from}`;
  await tx.$executeRaw`
    UPDATE working_copy SET content = jsonb_set(content, '{categoryId}', to_jsonb(${into}::int))
    WHERE content->'categoryId' = to_jsonb(${from}::int)`;
  await tx.$executeRaw`
    WITH last AS (SELECT coalesce(max(slot), 0) AS slot FROM pin WHERE category_id = ${into}),
      moved AS (SELECT id, row_number() OVER (ORDER BY slot) AS place FROM pin WHERE category_id = ${from}
        AND article_id NOT IN (SELECT article_id FROM pin WHERE category_id = ${into}))
    UPDATE pin SET category_id = ${into}, slot = last.slot + moved.place FROM last, moved WHERE pin.id = moved.id`;
  await tx.$executeRaw`
    INSERT INTO staff_category (staff_id, category_id)
      SELECT staff_id, ${into} FROM staff_category WHERE category_id = ${from}
    ON CONFLICT DO NOTHING`;
}
