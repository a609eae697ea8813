import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { type Action, can } from '#lib/staff/permissions.ts';
import { requireActor } from '#lib/staff/session.ts';
import type { Actor } from '#lib/staff/types.ts';

/**
 * The person who asks for a page of the newsroom; the first thing each page does. Who is signed out is led to sign in
 * and back again; who may not, finds nothing. What the page reads asks the table of permissions by itself all the same.
 * @param path  the page's own, to come back to
 * @param action  what one must be allowed to do to see the page at all
 */
export async function signedIn(path: string, action?: Action): Promise<Actor> {
  await connection();
  const actor = await requireActor(path);
  if (action && !can(actor, action)) notFound();
  return actor;
}
