import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { db } from '#lib/db.ts';
import type { Env } from '#lib/site/env.ts';

/**
 * Makes the first account, an administrator, if the newsroom has no staff yet: by ADMIN_EMAIL and ADMIN_PASSWORD, or
 * with a password made here.
 * @returns the account made, its password only where it was made here and must be shown once; null if none was made
 */
export async function makeFirstAccount(env: Env): Promise<{ email: string; password: string | null } | null> {
  if ((await db().staff.count()) > 0) return null;
  const email = env.adminEmail ?? 'quantri@toasoan.example';
  const password = env.adminPassword ?? randomBytes(12).toString('base64url');
  const hash = await hashPassword(password);
  const made = await db().$transaction(async (tx) => {
    const [staff] = await tx.staff.createManyAndReturn({
      data: [{ email, name: 'Quản trị', role: 'admin' }],
      // Two servers may start at once on one database: one of them makes it.
      skipDuplicates: true,
    });
    if (!staff) return false;
    const account = { accountId: String(staff.id), providerId: 'credential', userId: staff.id };
    await tx.account.create({ data: { ...account, password: hash } });
    return true;
  });
  return made ? { email, password: env.adminPassword ? null : password } : null;
}
