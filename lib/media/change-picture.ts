import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type LockedPicture, lockPicture } from './locked-picture.ts';
import { readPicture } from './picture-detail.ts';
import { pictureSearchText } from './picture-select.ts';
import type { PictureDetail, PictureWords } from './types.ts';
import { tagsShowing } from './where-used.ts';

export interface PictureChange {
  id: number;
  /** What the person began with. */
  was: PictureWords;
  words: PictureWords;
}

const texts = { alt: 'Mô tả ảnh', caption: 'Chú thích', credit: 'Nguồn ảnh' } as const;
const textNames = ['alt', 'caption', 'credit'] as const;

/** @throws Invalid where somebody else has written another text into a field meanwhile */
function demandUntouched(picture: LockedPicture, { was, words }: PictureChange): void {
  const touched = textNames.filter(
    (name) => words[name] !== was[name] && picture[name] !== was[name] && picture[name] !== words[name],
  );
  if (touched.length === 0) return;
  const sentence = (name: (typeof textNames)[number]) =>
    `${texts[name]} vừa được người khác đổi thành “${picture[name]}”. Hãy tải lại trang rồi sửa tiếp.`;
  throw new Invalid(
    'Người khác vừa sửa ảnh này; chưa lưu gì để không ghi đè.',
    Object.fromEntries(touched.map((name) => [name, sentence(name)])),
  );
}

/** What the person changed, and nothing else. */
function changedOf(picture: LockedPicture, { was, words }: PictureChange): Partial<PictureWords> {
  const changed: Partial<PictureWords> = {};
  for (const name of textNames) {
    if (words[name] !== was[name] && words[name] !== picture[name]) changed[name] = words[name];
  }
  const hasMoved = words.focalX !== was.focalX || words.focalY !== was.focalY;
  if (hasMoved && (words.focalX !== picture.focalX || words.focalY !== picture.focalY)) {
    changed.focalX = words.focalX;
    changed.focalY = words.focalY;
  }
  return changed;
}

/**
 * Changes what is written of a picture and where the eye should land. Articles that have the picture keep their own texts;
 * the focal point is the picture's, and readers' pages follow it at once.
 */
export async function changePicture(actor: Actor, input: PictureChange, now: Date): Promise<PictureDetail> {
  return await change('picture.change', async (tx) => {
    const picture = await lockPicture(tx, input.id);
    const { id } = picture;
    demand(actor, 'picture.change', { ownerId: picture.uploadedById });
    demandUntouched(picture, input);
    const changed = changedOf(picture, input);
    const names = Object.keys(changed);
    if (names.length === 0) return { value: await readPicture(actor, id, tx), tags: [] };
    const searchText = pictureSearchText({ ...picture, ...changed });
    await tx.picture.update({ where: { id }, data: { ...changed, searchText } });
    const before = Object.fromEntries(Object.entries(picture).filter(([name]) => names.includes(name)));
    const details = { name: picture.originalName, before, after: { ...changed } };
    await record(tx, { actor, action: 'picture.change', subject: { type: 'picture', id }, details, at: now });
    return { value: await readPicture(actor, id, tx), tags: await tagsShowing(tx, id) };
  });
}
