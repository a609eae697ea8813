import type { Transaction } from '#lib/db.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const lockedSelect = {
  id: true,
  key: true,
  originalName: true,
  alt: true,
  caption: true,
  credit: true,
  focalX: true,
  focalY: true,
  uploadedById: true,
} satisfies Prisma.PictureSelect;

/** A picture that nobody else can change until the transaction ends. */
export type LockedPicture = Prisma.PictureGetPayload<{ select: typeof lockedSelect }>;

/** @throws Missing */
export async function lockPicture(tx: Transaction, id: number): Promise<LockedPicture> {
  await tx.$queryRaw`SELECT 1 FROM picture WHERE id = ${id} FOR UPDATE`;
  const picture = await tx.picture.findUnique({ where: { id }, select: lockedSelect });
  if (!picture) throw new Missing('Không tìm thấy ảnh này. Có thể người khác vừa xóa.');
  return picture;
}
