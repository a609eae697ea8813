import type pg from 'pg';
import { nameAt } from './names.ts';

const ranks = { editor_in_chief: 2, managing_editor: 5, editor: 20, reporter: 90 } as const;

/** The people of a large newsroom, those below the editor in chief with a quarter of the sections each; their numbers. */
export async function addStaff(client: pg.Client): Promise<number[]> {
  const people = Object.entries(ranks).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, n) => ({
      role,
      email: `${role.replaceAll('_', '-')}.${n + 1}@do.example`,
    })),
  );
  const emails = people.map((one) => one.email);
  await client.query(
    `INSERT INTO staff (email, name, role)
     SELECT * FROM unnest($1::text[], $2::text[], $3::staff_role[]) ON CONFLICT DO NOTHING`,
    [emails, people.map((_, n) => nameAt('person', 5_000_000 + n)), people.map((one) => one.role)],
  );
  await client.query(
    `INSERT INTO staff_category (staff_id, category_id)
     SELECT s.id, c.id FROM staff s JOIN category c ON c.parent_id IS NULL AND (c.position + s.id) % 4 = 0
     WHERE s.role IN ('managing_editor', 'editor', 'reporter') AND s.email = ANY ($1) ON CONFLICT DO NOTHING`,
    [emails],
  );
  const { rows } = await client.query<{ id: number }>(
    'SELECT id FROM staff WHERE email = ANY ($1) ORDER BY email',
    [emails],
  );
  return rows.map((row) => row.id);
}
