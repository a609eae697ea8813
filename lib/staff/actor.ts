import { db } from '#lib/db.ts';
import { auth } from './auth.ts';
import type { Actor } from './types.ts';

/** The person as verbs take them; null for somebody who is unknown or disabled. */
export async function loadActor(staffId: number): Promise<Actor | null> {
  const staff = await db().staff.findUnique({
    where: { id: staffId, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      categories: {
        select: { categoryId: true, category: { select: { children: { select: { id: true } } } } },
      },
    },
  });
  if (!staff) return null;
  const { categories, ...person } = staff;
  // Who has a section has what is under it, now and later.
  const ids = categories.flatMap(({ categoryId, category }) => [
    categoryId,
    ...category.children.map((child) => child.id),
  ]);
  return { ...person, categoryIds: [...new Set(ids)] };
}

/** Who sent a request with these headers: by the cookie of a session that is still good, or null. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  if (!headers.has('cookie')) return null;
  const session = await auth().api.getSession({ headers });
  return session ? await loadActor(Number(session.user.id)) : null;
}
