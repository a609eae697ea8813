import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { db } from '#lib/db.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Rows that nobody asks for any more. The audit log is never among them. */
async function cleanTables(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().signInThrottle.deleteMany({
    where: { since: { lt: before(now, dayMs) }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }] },
  });
  // A tab that is open says so every few seconds.
  await db().editingSession.deleteMany({ where: { seenAt: { lt: before(now, hourMs) } } });
  // A server that missed a row has expired everything since.
  await db().outbox.deleteMany({ where: { at: { lt: before(now, 7 * dayMs) } } });
}

/** Uploads that were broken off and not taken up again within a day. */
async function cleanUploads(dataDir: string, now: Date): Promise<void> {
  const folder = join(dataDir, 'uploads');
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() && found.mtime < before(now, dayMs)) await rm(file, { force: true });
  }
}

/** Throws away what has run out, once an hour. */
export async function cleanJob(dataDir: string, now: Date): Promise<void> {
  await cleanTables(now);
  await cleanUploads(dataDir, now);
}
