import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Missing, SignedOut } from '#lib/site/problems.ts';
import { auth } from './auth.ts';
import { deviceName } from './device-name.ts';
import type { Actor, OwnSession } from './types.ts';

/**
 * The session of a request.
 * @throws SignedOut
 */
export async function currentSession(headers: Headers): Promise<{ id: number }> {
  const found = await auth().api.getSession({ headers });
  if (!found) throw new SignedOut();
  return { id: Number(found.session.id) };
}

/** Where a person is signed in, this browser first, then the last seen. */
export async function listOwnSessions(actor: Actor, headers: Headers, now: Date): Promise<OwnSession[]> {
  const current = await currentSession(headers);
  const rows = await db().session.findMany({
    where: { userId: actor.id, expiresAt: { gt: now } },
    orderBy: { updatedAt: 'desc' },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: deviceName(row.userAgent ?? ''),
    address: row.ipAddress ?? '',
    seenAt: row.updatedAt,
    isCurrent: row.id === current.id,
  }));
  return sessions.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Ends those of a person's sessions that `which` says; the log tells how many. */
async function end(actor: Actor, which: { id?: number | { not: number } }, now: Date): Promise<number> {
  return await change('staff.sign_out', async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { ...which, userId: actor.id } });
    if (count > 0) {
      const subject = { type: 'staff', id: actor.id };
      await record(tx, { actor, action: 'staff.sign_out', subject, details: { sessions: count }, at: now });
    }
    return { value: count, tags: [] };
  });
}

export const endSessionInput = z.object({ id: z.int().positive().max(2_147_483_647) });

/**
 * Signs a person out on one of their devices.
 * @throws Missing if that is no session of theirs (any more)
 */
export async function endOwnSession(
  actor: Actor,
  { id }: z.infer<typeof endSessionInput>,
  now: Date,
): Promise<void> {
  if ((await end(actor, { id }, now)) === 0) throw new Missing('Phiên đăng nhập này đã kết thúc.');
}

export const nothing = z.object({}).optional();

/** Signs a person out everywhere but here. */
export async function endOtherSessions(
  actor: Actor,
  _input: unknown,
  now: Date,
  headers: Headers,
): Promise<number> {
  const current = await currentSession(headers);
  return await end(actor, { id: { not: current.id } }, now);
}

/** Signs a person out everywhere, here included. */
export async function endAllSessions(actor: Actor, _input: unknown, now: Date): Promise<number> {
  return await end(actor, {}, now);
}
