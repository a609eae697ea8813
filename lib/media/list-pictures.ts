import { db } from '#lib/db.ts';
import { withoutMarks } from '#lib/site/text.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { listedSelect, toListed } from './picture-select.ts';
import type { PictureList, PictureQuery } from './types.ts';

/** Pictures on one page of the store. */
const picturesPerPage = 40;

const dayLength = 24 * 60 * 60 * 1000;
const startOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

function whereOf({ query, uploadedById, from, to }: PictureQuery): Prisma.PictureWhereInput {
  const words = withoutMarks(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return {
    AND: words.map((word) => ({ searchText: { contains: word } })),
    ...(uploadedById ? { uploadedById } : {}),
    createdAt: {
      ...(from ? { gte: startOf(from) } : {}),
      ...(to ? { lt: new Date(startOf(to).getTime() + dayLength) } : {}),
    },
  };
}

/** One page of the store, newest first: the pictures that have all the words, with or without their marks. */
export async function listPictures(actor: Actor, query: PictureQuery): Promise<PictureList> {
  demand(actor, 'picture.upload');
  const rows = await db().picture.findMany({
    where: whereOf(query),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (query.page - 1) * picturesPerPage,
    take: picturesPerPage + 1,
    select: listedSelect,
  });
  return {
    pictures: rows.slice(0, picturesPerPage).map(toListed),
    page: query.page,
    hasMore: rows.length > picturesPerPage,
  };
}
