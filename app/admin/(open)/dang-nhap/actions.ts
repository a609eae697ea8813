'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAction } from '#app/admin/door.ts';
import { returnPath } from '#lib/staff/return-path.ts';
import { signInHere } from '#lib/staff/session.ts';
import { signInInput, signInStep } from '#lib/staff/sign-in.ts';

/** A step of signing in; after the last one it goes to the page that was asked for. */
export const signIn = openAction(
  signInInput.and(z.object({ ve: z.string().optional() })),
  async ({ ve, ...input }, now) => {
    const answer = await signInHere((headers) => signInStep(headers, input, now));
    if (answer.step === 'in') redirect(returnPath(ve));
    return answer;
  },
);
