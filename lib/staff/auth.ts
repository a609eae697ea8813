import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { db } from '#lib/db.ts';
import { longestPassword, shortestPassword } from './password-rules.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';

const minute = 60;
const day = 24 * 60 * minute;

/** Where the newsroom's cookies go: readers' requests carry none. */
const newsroomPath = '/admin';

function secret(): string {
  const given = process.env['AUTH_SECRET'];
  if (!given)
    throw new Error('AUTH_SECRET is not set. npm start makes one; other ways of starting need it given.');
  return given;
}

/** Refuses a session to somebody who is disabled. */
async function demandEnabled(client: ReturnType<typeof db>, id: number): Promise<void> {
  const isEnabled = (await client.staff.count({ where: { id, disabledAt: null } })) > 0;
  if (!isEnabled) throw new APIError('UNAUTHORIZED', { code: 'DISABLED' });
}

const make = (client: ReturnType<typeof db>) =>
  betterAuth({
    appName: 'Tòa Soạn',
    baseURL: process.env['SITE_URL'] ?? 'http://localhost:3000',
    secret: secret(),
    database: prismaAdapter(client, { provider: 'postgresql' }),
    user: { modelName: 'staff' },
    // People are added by an administrator; nobody adds themselves.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    // Two weeks from the last use; "last seen" is right to within five minutes.
    session: { expiresIn: 14 * day, updateAge: 5 * minute },
    plugins: [
      twoFactor({
        // Wrong codes in a row, over all attempts of one account; the browsers that are signed in go on.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 5 * minute },
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
      }),
    ],
    databaseHooks: {
      // Whichever way somebody comes in: not when they are disabled.
      session: { create: { before: ({ userId }) => demandEnabled(client, Number(userId)) } },
    },
    // The library's addresses are mounted nowhere: we count guesses ourselves, in front of it.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      database: { generateId: 'serial' },
      cookiePrefix: 'toasoan',
      defaultCookieAttributes: { path: newsroomPath, httpOnly: true, sameSite: 'lax' },
    },
  });

let made: { client: ReturnType<typeof db>; auth: ReturnType<typeof make> } | null = null;

/**
 * The library of accounts (better-auth) on our tables. It is asked through `auth().api` only; none of its own
 * addresses exist. Made at the first call, when database and secret are known.
 * @throws Error if AUTH_SECRET is not set
 */
export function auth(): ReturnType<typeof make> {
  const client = db();
  if (made?.client !== client) made = { client, auth: make(client) };
  return made.auth;
}
