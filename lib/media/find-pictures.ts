import type { Transaction } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';

/**
 * The ids of the pictures with these keys, those they had before a replacement included.
 * @throws Invalid where there is no such picture
 */
export async function findPictures(tx: Transaction, keys: string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Map();
  const now = await tx.picture.findMany({ where: { key: { in: wanted } }, select: { id: true, key: true } });
  const former = await tx.pictureKey.findMany({ where: { key: { in: wanted } } });
  const found = new Map([
    ...former.map((row) => [row.key, row.pictureId] as const),
    ...now.map((row) => [row.key, row.id] as const),
  ]);
  if (wanted.some((key) => !found.has(key))) {
    throw new Invalid('Bài có ảnh không còn trong kho ảnh; hãy bỏ ảnh đó rồi lưu lại.');
  }
  return found;
}
