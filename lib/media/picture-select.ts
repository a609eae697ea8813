import { withoutMarks } from '#lib/site/text.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { ListedPicture } from './types.ts';

/** What a page needs of a picture. */
export const pictureSelect = {
  key: true,
  width: true,
  height: true,
  renditions: true,
  dominantColor: true,
  focalX: true,
  focalY: true,
} satisfies Prisma.PictureSelect;

/** What the newsroom's lists need of a picture. */
export const listedSelect = {
  ...pictureSelect,
  id: true,
  alt: true,
  caption: true,
  credit: true,
  originalName: true,
  createdAt: true,
  uploadedBy: { select: { name: true } },
} satisfies Prisma.PictureSelect;

type ListedRow = Prisma.PictureGetPayload<{ select: typeof listedSelect }>;

export function toListed({ originalName, createdAt, uploadedBy, ...row }: ListedRow): ListedPicture {
  return {
    ...row,
    name: originalName,
    uploadedBy: uploadedBy?.name ?? null,
    uploadedAt: createdAt.toISOString(),
  };
}

/** What a picture is found by: its name, caption and credit, without marks. */
export function pictureSearchText(words: { originalName: string; caption: string; credit: string }): string {
  return withoutMarks(
    [words.originalName, words.caption, words.credit].filter((text) => text !== '').join('\n'),
  );
}
