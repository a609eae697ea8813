import { db } from '#lib/db.ts';

/** Whether this server can read its database now; the answer comes within the client's own time limits. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    // Whatever the reason, it can't be read: that is the answer.
    return false;
  }
}
