'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAction } from '#app/admin/door.ts';
import { returnPath } from '#lib/staff/return-path.ts';
import { signInHere } from '#lib/staff/session.ts';
import { signInInput, signInStep } from '#lib/staff/sign-in.ts';

/** A step of signing in; `to` is the page to go to after the last one. */
export const signIn = openAction(
  signInInput.and(z.object({ ve: z.string().optional() })),
  async ({ ve, ...input }, now) => {
    const { step } = await signInHere((given) => signInStep(given, input, now));
    const to = returnPath(ve);
    // A form sent before its script had arrived; with script the form itself goes on, by a new page and not by a
    // change of this one, of which the newsroom would keep a hidden copy with what was typed.
    if (step === 'in' && !(await headers()).has('next-action')) redirect(to);
    return { step, to };
  },
);
