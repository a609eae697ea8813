import type { Transaction } from '#lib/db.ts';
import { pictureSearchText } from './picture-select.ts';
import type { StoredPicture } from './store-picture.ts';

/** What is written of a picture, and who brought it. */
export interface PictureNotes {
  alt?: string;
  caption?: string;
  credit?: string;
  uploadedById?: number | null;
}

/**
 * Writes down a stored picture and gives its id. A picture that is known keeps what was written of it; a file that was
 * replaced meanwhile is the picture that took its place.
 */
export async function savePicture(
  tx: Transaction,
  picture: StoredPicture,
  { alt = '', caption = '', credit = '', uploadedById = null }: PictureNotes = {},
): Promise<number> {
  const { key, originalName } = picture;
  const former = await tx.pictureKey.findUnique({ where: { key } });
  if (former) return former.pictureId;
  const searchText = pictureSearchText({ originalName, caption, credit });
  const row = { ...picture, alt, caption, credit, uploadedById, searchText };
  await tx.picture.createMany({ data: [row], skipDuplicates: true });
  const { id } = await tx.picture.findUniqueOrThrow({ where: { key }, select: { id: true } });
  return id;
}
