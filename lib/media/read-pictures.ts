import type { Transaction } from '#lib/db.ts';
import { pictureSelect } from './picture-select.ts';
import type { PictureView } from './types.ts';

/**
 * The pictures with these keys, by the key that was asked for: one whose file was replaced is found by its former keys
 * too, and shows the new file. What there is none of is left out.
 */
export async function readPictures(tx: Transaction, keys: string[]): Promise<Record<string, PictureView>> {
  if (keys.length === 0) return {};
  const rows = await tx.picture.findMany({ where: { key: { in: keys } }, select: pictureSelect });
  const found = new Map<string, PictureView>(rows.map((row) => [row.key, row]));
  if (keys.some((key) => !found.has(key))) {
    const former = await tx.pictureKey.findMany({
      where: { key: { in: keys } },
      select: { key: true, picture: { select: pictureSelect } },
    });
    for (const { key, picture } of former) found.set(key, picture);
  }
  return Object.fromEntries(found);
}
