import { db } from '#lib/db.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';

/** The people who sent pictures, by name, to filter the store by. */
export async function listUploaders(actor: Actor): Promise<{ id: number; name: string }[]> {
  demand(actor, 'picture.upload');
  return await db().staff.findMany({
    where: { pictures: { some: {} } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}
