import { randomBytes, scryptSync } from 'node:crypto';
import { db } from '#lib/db.ts';
import type { Env } from '#lib/site/env.ts';

/** "salt:key", as Account.password keeps it. */
function hashPassword(password: string): string {
  const salt = randomBytes(16).toString('hex');
  const key = scryptSync(password.normalize('NFKC'), salt, 64, {
    N: 16384,
    r: 16,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  });
  return `${salt}:${key.toString('hex')}`;
}

/**
 * Makes the first account, an administrator, if the newsroom has no staff yet: by ADMIN_EMAIL and ADMIN_PASSWORD, or
 * with a password made here.
 * @returns the account made, its password only where it was made here and must be shown once; null if none was made
 */
export async function makeFirstAccount(env: Env): Promise<{ email: string; password: string | null } | null> {
  if ((await db().staff.count()) > 0) return null;
  const email = env.adminEmail ?? 'quantri@toasoan.example';
  const password = env.adminPassword ?? randomBytes(12).toString('base64url');
  const made = await db().$transaction(async (tx) => {
    const [staff] = await tx.staff.createManyAndReturn({
      data: [{ email, name: 'Quản trị', role: 'admin' }],
      // Two servers may start at once on one database: one of them makes it.
      skipDuplicates: true,
    });
    if (!staff) return false;
    const account = { accountId: String(staff.id), providerId: 'credential', userId: staff.id };
    await tx.account.create({ data: { ...account, password: hashPassword(password) } });
    return true;
  });
  return made ? { email, password: env.adminPassword ? null : password } : null;
}
