import { db } from '#lib/db.ts';

/** Where what stood at this address stands now, or null. */
export async function findRedirect(fromPath: string): Promise<string | null> {
  const redirect = await db().redirect.findUnique({ where: { fromPath }, select: { toPath: true } });
  return redirect?.toPath ?? null;
}
