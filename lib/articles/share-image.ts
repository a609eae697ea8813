import { db } from '#lib/db.ts';
import { atMost } from '#lib/media/at-most.ts';
import { drawSharePicture } from '#lib/media/draw-headline.ts';
import { LruMap } from '#lib/page-cache/lru.ts';
import { readSettings } from '#lib/settings/read.ts';
import { mediaPath } from '#lib/site/urls.ts';
import { isPublic } from './card.ts';
import { shareImagePath } from './share-image-path.ts';

const form = /^bai-([1-9]\d{0,8})-[0-9a-f]{12}\.png$/;
const oneAtATime = atMost(1);
/** Those asked for last: about a hundred. */
const drawn = new LruMap<{ bytes: number; isKept: boolean; picture: Buffer }>(4 * 1024 * 1024);

async function draw(name: string, words: Parameters<typeof drawSharePicture>[0]): Promise<Buffer> {
  const known = drawn.get(name);
  if (known) return known.picture;
  const picture = await drawSharePicture(words);
  drawn.set(name, { bytes: picture.length, isKept: true, picture });
  return picture;
}

/** Whether a name below /media/ is that of an article's share image. */
export const isShareImageName = (name: string): boolean => form.test(name);

/**
 * The picture with a published article's headline on it. It stands at the one address that fits the headline
 * as it is now; an older one leads there.
 */
export async function answerShareImage(name: string): Promise<Response> {
  const id = Number(form.exec(name)?.[1]);
  const article = await db().article.findFirst({
    where: { id, ...isPublic },
    select: { id: true, title: true, category: { select: { name: true } } },
  });
  if (!article?.category)
    return new Response('Không có ảnh này', { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const { title, category } = article;
  const address = shareImagePath({ id, title, section: category });
  if (address !== mediaPath(name))
    return new Response(null, { status: 307, headers: { Location: address, 'Cache-Control': 'no-store' } });
  const { name: paper } = await readSettings(db());
  const picture = await oneAtATime(() => draw(name, { title, section: category.name, paper }));
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}
