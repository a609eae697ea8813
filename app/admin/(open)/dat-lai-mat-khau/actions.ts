'use server';

import { redirect } from 'next/navigation';
import { openAction } from '#app/admin/door.ts';
import { setPasswordByLink, setPasswordInput } from '#lib/staff/passwords.ts';
import { signInHere } from '#lib/staff/session.ts';

/** Sets the password that the link in `ma` allows to set, once. */
export const setPassword = openAction(setPasswordInput, async (input, now) => {
  await signInHere(() => setPasswordByLink(input, now));
  return redirect('/admin/dang-nhap?xong=mat-khau');
});
