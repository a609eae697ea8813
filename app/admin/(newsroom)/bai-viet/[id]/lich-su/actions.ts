'use server';
import { restoreInput, restoreRevision } from '#lib/articles/restore.ts';
import { action } from '../../../../door.ts';

const restore = action(restoreInput, restoreRevision);

/** "Khôi phục" of a revision. */
export async function restoreRevisionAction(input: unknown) {
  return await restore(input);
}
