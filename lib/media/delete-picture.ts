import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { lockPicture } from './locked-picture.ts';
import { serverFolders } from './picture-folders.ts';
import { countUses } from './where-used.ts';

async function removeFiles(keys: string[]): Promise<void> {
  const { media, originals } = serverFolders();
  for (const folder of [media, originals]) {
    const names = await readdir(folder).catch(() => []);
    const own = names.filter((name) =>
      keys.some((key) => name.startsWith(`${key}-`) || name.startsWith(`${key}.`)),
    );
    await Promise.all(own.map((name) => rm(join(folder, name), { force: true })));
  }
}

/**
 * Deletes a picture that nothing uses, an article's history included: no restored article may lack one. Its files go too.
 * @throws Invalid where something uses it
 */
export async function deletePicture(actor: Actor, { id }: { id: number }, now: Date): Promise<void> {
  const keys = await change('picture.delete', async (tx) => {
    const picture = await lockPicture(tx, id);
    demand(actor, 'picture.change', { ownerId: picture.uploadedById });
    const uses = await countUses(tx, id);
    if (uses > 0) {
      throw new Invalid(
        `Ảnh đang được dùng ở ${uses} nơi nên không xóa được. Hãy gỡ ảnh khỏi những nơi đó trước.`,
      );
    }
    const former = await tx.pictureKey.findMany({ where: { pictureId: id }, select: { key: true } });
    await tx.picture.delete({ where: { id } });
    const details = { name: picture.originalName, key: picture.key, caption: picture.caption };
    await record(tx, { actor, action: 'picture.delete', subject: { type: 'picture', id }, details, at: now });
    return { value: [picture.key, ...former.map(({ key }) => key)], tags: [] };
  });
  await removeFiles(keys);
}
