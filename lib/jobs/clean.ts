import { db } from '#lib/db.ts';
import { serverFolders } from '#lib/media/picture-folders.ts';
import { UploadStore } from '#lib/media/upload-store.ts';
import { dropOldReads } from '#lib/most-read/settle.ts';
import { removeGone } from '#lib/presence/sessions.ts';
import { fadeCounts } from '#lib/rails/counts.ts';
import { lockRails } from '#lib/rails/lock.ts';
import { sweepAttempts } from '#lib/staff/throttle.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Throws away what has run out and nobody asks for any more. The log of who did what is never among it. */
export async function cleanJob(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } });
  await sweepAttempts(now);
  await removeGone();
  // Every server has heard of these, or has expired everything since.
  await db().outbox.deleteMany({ where: { at: { lt: new Date(now.getTime() - weekMs) } } });
  await dropOldReads(db(), now);
  await db().$transaction(async (tx) => {
    await lockRails(tx);
    await fadeCounts(tx);
  });
  const uploads = await UploadStore.open(serverFolders().uploads);
  await uploads.removeStale(now);
}
