import { photosOf } from '#lib/body/photo-keys.ts';
import type { Transaction } from '#lib/db.ts';
import { settingsOf } from '#lib/settings/read.ts';
import { dayBounds } from '#lib/site/dates.ts';
import type { ArticleContent } from './content.ts';
import type { CheckResult, Finding } from './types.ts';

/** What the checks need to know besides the text. */
export interface CheckContext {
  captionRequired: boolean;
  /** Headlines of the other articles published on that day. */
  headlinesToday: readonly string[];
}

/** Longer headlines break into too many lines on a phone, and search engines cut them. */
const longestTitle = 110;

interface PlacedPhoto {
  alt: string;
  caption: string;
  credit: string;
  /** What leads to it: the cover, or the block of the body (from 0), for a gallery with the photo's place in it. */
  field: string;
  name: string;
}

function placedPhotos({ cover, body }: ArticleContent): PlacedPhoto[] {
  const photos: PlacedPhoto[] = cover ? [{ ...cover, field: 'cover', name: 'Ảnh đại diện' }] : [];
  let number = 0;
  for (const [index, block] of body.entries()) {
    for (const [place, photo] of photosOf(block).entries()) {
      number++;
      const field = block.type === 'gallery' ? `body.${index}.${place}` : `body.${index}`;
      photos.push({ ...photo, field, name: `Ảnh ${number} trong bài` });
    }
  }
  return photos;
}

function photoFindings(photo: PlacedPhoto, captionRequired: boolean): Finding[] {
  const { field, name } = photo;
  const lacks = (text: string, message: string): Finding[] => (text === '' ? [{ field, message }] : []);
  return [
    ...lacks(photo.alt, `${name} chưa có mô tả cho người không nhìn thấy ảnh.`),
    ...lacks(photo.credit, `${name} chưa ghi nguồn ảnh.`),
    ...(captionRequired ? lacks(photo.caption, `${name} chưa có chú thích.`) : []),
  ];
}

const sameHeadline = (a: string, b: string) => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi');

function stopsOf(content: ArticleContent, { captionRequired, headlinesToday }: CheckContext): Finding[] {
  const stops: Finding[] = [];
  if (content.title === '') stops.push({ field: 'title', message: 'Bài chưa có tiêu đề.' });
  else if (headlinesToday.some((title) => sameHeadline(title, content.title))) {
    stops.push({ field: 'title', message: 'Hôm nay đã có bài khác dùng tiêu đề này.' });
  }
  if (content.sapo === '') stops.push({ field: 'sapo', message: 'Bài chưa có sapo.' });
  if (content.categoryId === null) stops.push({ field: 'categoryId', message: 'Bài chưa có chuyên mục.' });
  if (content.body.length === 0) stops.push({ field: 'body', message: 'Bài chưa có nội dung.' });
  return [...stops, ...placedPhotos(content).flatMap((photo) => photoFindings(photo, captionRequired))];
}

function warningsOf(content: ArticleContent): Finding[] {
  const warnings: Finding[] = [];
  if (content.title.length > longestTitle) {
    const message = `Tiêu đề dài ${content.title.length} chữ cái; nên dưới ${longestTitle}.`;
    warnings.push({ field: 'title', message });
  }
  if (content.tags.length === 0) warnings.push({ field: 'tags', message: 'Bài chưa có thẻ nào.' });
  if (content.picks.length === 0) warnings.push({ field: 'picks', message: 'Chưa chọn bài liên quan nào.' });
  return warnings;
}

/** What stops an article from being published, and what an editor should look at once more. */
export function checkArticle(content: ArticleContent, context: CheckContext): CheckResult {
  return { stops: stopsOf(content, context), warnings: warningsOf(content) };
}

/** Nobody else sends an article out under this headline until the transaction ends. */
export async function lockHeadline(tx: Transaction, title: string): Promise<void> {
  const name = `headline:${title.toLocaleLowerCase('vi')}`;
  await tx.$queryRaw`SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))) AS lock`;
}

/** The checks with what the database knows: the paper's rules and the other headlines of that day (in Viet Nam). */
export async function readCheck(
  tx: Transaction,
  id: number,
  content: ArticleContent,
  day: Date,
): Promise<CheckResult> {
  const { from, to } = dayBounds(day);
  const others = await tx.$queryRaw<{ title: string }[]>`
    SELECT title FROM article
    WHERE status = 'published' AND first_published_at >= ${from} AND first_published_at < ${to} AND id <> ${id}
    UNION ALL
    SELECT title FROM article
    WHERE status = 'scheduled' AND go_live_at >= ${from} AND go_live_at < ${to} AND id <> ${id}`;
  const { checks } = await settingsOf(tx);
  return checkArticle(content, { ...checks, headlinesToday: others.map((other) => other.title) });
}
