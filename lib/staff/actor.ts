import { db } from '#lib/db.ts';
import { auth } from './auth.ts';
import type { Actor } from './types.ts';

/** The person as verbs take them; null for somebody who is unknown or disabled. */
export async function loadActor(staffId: number): Promise<Actor | null> {
  // One question: each step of the newsroom begins with it. Who has a section has what is under it, now and later.
  const [actor] = await db().$queryRaw<Actor[]>`
    SELECT id, name, email, role::text, ARRAY(
      SELECT category.id FROM category JOIN staff_category ON category_id IN (category.id, category.parent_id)
      WHERE staff_id = staff.id GROUP BY category.id ORDER BY category.id) AS "categoryIds"
    FROM staff WHERE id = ${staffId} AND disabled_at IS NULL`;
  return actor ?? null;
}

/** Who sent a request with these headers: by the cookie of a session that is still good, or null. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  if (!headers.has('cookie')) return null;
  const session = await auth().api.getSession({ headers });
  return session ? await loadActor(Number(session.user.id)) : null;
}
