'use server';
import { redirect } from 'next/navigation';
import { signOutHere } from '#lib/staff/session.ts';

/** Ends the session and leads to the page for signing in. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect('/admin/dang-nhap');
}
