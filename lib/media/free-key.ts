import type { Transaction } from '#lib/db.ts';
import { pictureKey } from './store-picture.ts';

/** What a file's key leads to: a picture that is there, or a key that the file may have. */
export type KeyOfFile = { key: string; pictureId: number | null };

/**
 * The key for a file that comes in. Where the file's own key is one that another picture had before its file was
 * replaced, articles that name it show that picture's new file, and must go on doing so: the file gets another key.
 */
export async function keyOfFile(tx: Transaction, bytes: Uint8Array): Promise<KeyOfFile> {
  for (let again = 0; ; again++) {
    const key = pictureKey(bytes, again);
    const known = await tx.picture.findUnique({ where: { key }, select: { id: true } });
    if (known) return { key, pictureId: known.id };
    if (!(await tx.pictureKey.findUnique({ where: { key } }))) return { key, pictureId: null };
  }
}

/**
 * The key for a file that takes the place of a picture's: one that means nothing else, or that this picture had before.
 * @returns null where the picture has this very file already
 */
export async function keyForReplacement(
  tx: Transaction,
  bytes: Uint8Array,
  picture: { id: number; key: string },
): Promise<string | null> {
  for (let again = 0; ; again++) {
    const key = pictureKey(bytes, again);
    if (key === picture.key) return null;
    const former = await tx.pictureKey.findUnique({ where: { key } });
    const isFree = former
      ? former.pictureId === picture.id
      : !(await tx.picture.findUnique({ where: { key } }));
    if (isFree) return key;
  }
}
