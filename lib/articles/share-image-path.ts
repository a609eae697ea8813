import { createHash } from 'node:crypto';
import { mediaPath } from '#lib/site/urls.ts';

/** What is drawn. */
export interface ShareText {
  id: number;
  title: string;
  section: { name: string };
}

/** Changes with what is drawn, and with how: the address of a picture that whoever has it keeps for ever. */
const shareVersion = ({ title, section }: ShareText): string =>
  createHash('sha256').update(`1\n${section.name}\n${title}`).digest('hex').slice(0, 12);

/** Address of the picture with an article's headline drawn on it. */
export const shareImagePath = (article: ShareText): string =>
  mediaPath(`bai-${article.id}-${shareVersion(article)}.png`);
