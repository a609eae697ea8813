import type { Transaction } from '#lib/db.ts';
import type { StoredPicture } from './store-picture.ts';

/** Writes down a stored picture and gives its id. A picture that is known keeps what was written of it. */
export async function savePicture(tx: Transaction, picture: StoredPicture): Promise<number> {
  await tx.picture.createMany({ data: [picture], skipDuplicates: true });
  const { id } = await tx.picture.findUniqueOrThrow({ where: { key: picture.key }, select: { id: true } });
  return id;
}
