import { createHash, randomBytes } from 'node:crypto';
import { db, type Transaction } from '#lib/db.ts';
import { absolute } from '#lib/site/urls.ts';
import type { PasswordLink } from './types.ts';

// A link by which somebody sets their password: good once, and for a while. The database keeps its hash only.

const prefix = 'password-link:';
const identifierOf = (token: string) => prefix + createHash('sha256').update(token).digest('hex');

const hour = 60 * 60 * 1000;

/** How long a link is good: one that was asked for by mail, and one that an administrator hands over. */
export const linkLifetimes = { mailed: hour, handed: 3 * 24 * hour };

/** Makes a person's link. Earlier ones end with it. */
export async function makePasswordLink(
  tx: Transaction,
  staffId: number,
  lifetimeMs: number,
  now: Date,
): Promise<PasswordLink> {
  await endPasswordLinks(tx, staffId);
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  await tx.verification.create({
    data: { identifier: identifierOf(token), value: String(staffId), expiresAt },
  });
  return { url: absolute(`/admin/dat-lai-mat-khau?ma=${token}`), expiresAt };
}

/** Ends all links of a person. */
export async function endPasswordLinks(tx: Transaction, staffId: number): Promise<void> {
  await tx.verification.deleteMany({
    where: { identifier: { startsWith: prefix }, value: String(staffId) },
  });
}

/** Whose link this is, if it is still good and they may come in; it is not used up by asking. */
export async function findPasswordLink(
  token: string,
  now: Date,
): Promise<{ id: number; name: string; email: string } | null> {
  const link = await db().verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: now } },
    select: { value: true },
  });
  if (!link) return null;
  return await db().staff.findUnique({
    where: { id: Number(link.value), disabledAt: null },
    select: { id: true, name: true, email: true },
  });
}

/** Uses a link up; false if it was used or ran out meanwhile. */
export async function spendPasswordLink(tx: Transaction, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.verification.deleteMany({
    where: { identifier: identifierOf(token), expiresAt: { gt: now } },
  });
  return count > 0;
}
