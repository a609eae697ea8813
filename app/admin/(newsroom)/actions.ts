'use server';
import { redirect } from 'next/navigation';

/** Ends the session and leads to the page for signing in. */
export async function signOut(): Promise<void> {
  redirect('/admin/dang-nhap');
}
