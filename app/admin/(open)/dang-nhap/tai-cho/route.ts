import { openDoor, readJson } from '#app/admin/door.ts';
import { signInHere } from '#lib/staff/session.ts';
import { signInInput, signInStep } from '#lib/staff/sign-in.ts';

// Signing in again in place. A route and not a server action: an action that sets cookies has Next render the page
// anew, and the page that asks holds what somebody is writing.

export const POST = openDoor(async (request, now) => {
  const input = await readJson(request, signInInput);
  return await signInHere((headers) => signInStep(headers, input, now));
});
