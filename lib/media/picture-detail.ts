import { db, type Transaction } from '#lib/db.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { listedSelect, toListed } from './picture-select.ts';
import type { PictureDetail } from './types.ts';

const detailSelect = {
  ...listedSelect,
  originalType: true,
  originalBytes: true,
  uploadedById: true,
  _count: { select: { formerKeys: true } },
} satisfies Prisma.PictureSelect;

/** One picture of the store, as its own page shows it; null if there is none. */
export async function findPicture(
  actor: Actor,
  id: number,
  tx: Transaction = db(),
): Promise<PictureDetail | null> {
  demand(actor, 'picture.upload');
  const row = await tx.picture.findUnique({ where: { id }, select: detailSelect });
  if (!row) return null;
  const { originalType, originalBytes, uploadedById, _count, ...listed } = row;
  return {
    ...toListed(listed),
    type: originalType,
    bytes: originalBytes,
    replaced: _count.formerKeys,
    mayChange: can(actor, 'picture.change', { ownerId: uploadedById }),
    mayReplace: can(actor, 'picture.replace', { ownerId: uploadedById }),
  };
}

/** As `findPicture`, for a picture that is known to be there. */
export async function readPicture(actor: Actor, id: number, tx: Transaction): Promise<PictureDetail> {
  const picture = await findPicture(actor, id, tx);
  if (!picture) throw new Error(`the picture ${id} was locked and is not there`);
  return picture;
}
