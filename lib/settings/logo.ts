import type { Transaction } from '#lib/db.ts';
import { pictureSelect } from '#lib/media/picture-select.ts';
import type { PictureView } from '#lib/media/types.ts';

/** The logo's picture, under the key it has now; null where there is none, or none any more. */
export async function readLogo(tx: Transaction, key: string | null): Promise<PictureView | null> {
  if (key === null) return null;
  return await tx.picture.findFirst({
    where: { OR: [{ key }, { formerKeys: { some: { key } } }] },
    select: pictureSelect,
  });
}
