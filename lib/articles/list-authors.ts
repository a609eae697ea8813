import { db } from '#lib/db.ts';
import { can } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { authorKey } from './list-query.ts';
import type { AuthorChoice } from './types.ts';

/** More names than anybody looks through; whoever is not among them is found by their articles' headlines. */
const mostBylines = 500;

const inVietnamese = new Intl.Collator('vi');
const byName = (a: AuthorChoice, b: AuthorChoice) => inVietnamese.compare(a.name, b.name);

/** Whose articles this person may look for: everybody of the newsroom, and the names that articles are signed with. */
export async function listAuthors(actor: Actor): Promise<{ staff: AuthorChoice[]; bylines: AuthorChoice[] }> {
  // Who reads only their own articles has nobody to choose.
  if (!can(actor, 'article.read', { ownerId: null })) return { staff: [], bylines: [] };
  const [staff, bylines] = await Promise.all([
    db().staff.findMany({ select: { id: true, name: true } }),
    db().byline.findMany({ select: { id: true, name: true }, orderBy: { id: 'desc' }, take: mostBylines }),
  ]);
  const choice = (kind: 'staff' | 'byline') => (row: { id: number; name: string }) => ({
    value: authorKey({ kind, id: row.id }),
    name: row.name,
  });
  return {
    staff: staff.map(choice('staff')).sort(byName),
    bylines: bylines.map(choice('byline')).sort(byName),
  };
}
