import { actorOf } from '#lib/staff/actor.ts';
import { signInInput, signInStep } from '#lib/staff/sign-in.ts';
import { beginTwoFactor, confirmTwoFactor } from '#lib/staff/two-factor.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { TestStaff } from './staff.ts';
import { appCode } from './totp.ts';
import type { Visitor } from './visitor.ts';

/** The first step of signing in, as the form sends it. */
export async function givePassword(visitor: Visitor, email: string, password: string, now = new Date()) {
  const input = signInInput.parse({ step: 'password', email, password });
  return visitor.keep(await signInStep(visitor.headers(), input, now));
}

/** The second step. */
export async function giveCode(visitor: Visitor, code: string, now = new Date()) {
  return visitor.keep(await signInStep(visitor.headers(), { step: 'code', code }, now));
}

/** Who the server takes a browser for. */
export async function whoIs(visitor: Visitor): Promise<Actor | null> {
  return await actorOf(visitor.headers());
}

/** Signs a browser in; gives the person as verbs take them. */
export async function enter(visitor: Visitor, staff: TestStaff): Promise<Actor> {
  await givePassword(visitor, staff.email, staff.password);
  const actor = await whoIs(visitor);
  if (!actor) throw new Error(`${staff.email} is not signed in`);
  return actor;
}

/** Sets up a second factor for somebody who is signed in; gives what their phone and their drawer keep. */
export async function addTwoFactor(visitor: Visitor, actor: Actor, staff: TestStaff) {
  const { secret, recoveryCodes } = await beginTwoFactor(
    actor,
    { password: staff.password },
    new Date(),
    visitor.headers(),
  );
  visitor.keep(await confirmTwoFactor(actor, { code: appCode(secret) }, new Date(), visitor.headers()));
  return { secret, recoveryCodes };
}
