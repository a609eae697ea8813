'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAction } from '#app/admin/door.ts';
import { returnPath } from '#lib/staff/return-path.ts';
import { signInHere, signOutHere } from '#lib/staff/session.ts';
import { signInInput, signInWithPassword } from '#lib/staff/sign-in.ts';

/** Signs in by e-mail and password and goes to the page that was asked for, unless a second factor is needed. */
export const signIn = openAction(
  signInInput.extend({ ve: z.string().optional() }),
  async ({ ve, ...input }) => {
    const step = await signInHere((headers) => signInWithPassword(headers, input));
    if (step === 'in') redirect(returnPath(ve));
    return { step };
  },
);

export async function signOut(): Promise<void> {
  await signOutHere();
  redirect('/admin/dang-nhap');
}
