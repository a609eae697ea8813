'use server';
import { signOutHere } from '#lib/staff/session.ts';

/** Ends the session. */
export async function signOut(): Promise<void> {
  await signOutHere();
}
