'use server';

import { headers } from 'next/headers';
import { after } from 'next/server';
import { openAction } from '#app/admin/door.ts';
import { resetRequestInput, sendPasswordLink } from '#lib/staff/request-reset.ts';

/** Answers the same, and as fast, whether there is such a person or not: the work is done afterwards. */
export const askForLink = openAction(resetRequestInput, async ({ email }, now) => {
  const given = await headers();
  after(() => sendPasswordLink(email, given, now));
  return { email };
});
