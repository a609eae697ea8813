import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid, Missing } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type ArrivedFile, withArrivedFile } from './finish-upload.ts';
import { keyForReplacement } from './free-key.ts';
import { lockPicture } from './locked-picture.ts';
import { readPicture } from './picture-detail.ts';
import { serverFolders } from './picture-folders.ts';
import { pictureSearchText } from './picture-select.ts';
import { type StoredPicture, storePicture } from './store-picture.ts';
import type { PictureDetail } from './types.ts';
import { tagsShowing } from './where-used.ts';

async function exchange(actor: Actor, id: number, stored: StoredPicture, now: Date): Promise<PictureDetail> {
  return await change('picture.replace', async (tx) => {
    const picture = await lockPicture(tx, id);
    demand(actor, 'picture.replace', { ownerId: picture.uploadedById });
    const others = await tx.picture.count({ where: { key: stored.key, id: { not: id } } });
    if (others > 0 || picture.key === stored.key) {
      throw new Invalid('Người khác vừa đổi kho ảnh cùng lúc. Hãy tải lại trang rồi thay lại.');
    }
    // Back to a file it had before: that key is its own again.
    await tx.pictureKey.deleteMany({ where: { key: stored.key, pictureId: id } });
    await tx.pictureKey.create({ data: { key: picture.key, pictureId: id } });
    const searchText = pictureSearchText({ ...picture, originalName: stored.originalName });
    await tx.picture.update({ where: { id }, data: { ...stored, searchText } });
    const details = {
      before: { key: picture.key, name: picture.originalName },
      after: { key: stored.key, name: stored.originalName },
    };
    await record(tx, {
      actor,
      action: 'picture.replace',
      subject: { type: 'picture', id },
      details,
      at: now,
    });
    return { value: await readPicture(actor, id, tx), tags: await tagsShowing(tx, id) };
  });
}

async function take(
  actor: Actor,
  id: number,
  { bytes, name }: ArrivedFile,
  now: Date,
): Promise<PictureDetail> {
  const picture = await db().picture.findUnique({ where: { id }, select: { id: true, key: true } });
  if (!picture) throw new Missing();
  const key = await keyForReplacement(db(), bytes, picture);
  if (!key) throw new Invalid('Tệp mới giống hệt tệp đang dùng. Hãy chọn tệp khác.');
  const stored = await storePicture(bytes, name, serverFolders(), key);
  return await exchange(actor, id, stored, now);
}

/**
 * Puts an upload that has arrived in the place of a picture's file. Everything that uses the picture shows the new file
 * from now on, by the old key too; the old files stay reachable at their addresses. Texts and focal point stay.
 * @throws Invalid where the file can't be taken, or is the one that is there
 */
export async function replacePicture(
  actor: Actor,
  { id, upload }: { id: number; upload: string },
  now: Date,
): Promise<PictureDetail> {
  const picture = await db().picture.findUnique({ where: { id }, select: { uploadedById: true } });
  demand(actor, 'picture.replace', { ownerId: picture?.uploadedById ?? null });
  return await withArrivedFile(actor, upload, async (file) => ({
    value: await take(actor, id, file, now),
    pictureId: id,
  }));
}
