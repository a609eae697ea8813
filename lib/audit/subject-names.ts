import { db } from '#lib/db.ts';

interface Named {
  id: number;
  name: string;
}

const named = { id: true, name: true } as const;
const among = (ids: number[]) => ({ where: { id: { in: ids } } });

/** How to find what the things of each kind are called now. */
const finders: Record<string, (ids: number[]) => Promise<Named[]>> = {
  article: async (ids) => {
    const rows = await db().article.findMany({ ...among(ids), select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, name: title || 'Bài chưa có tiêu đề' }));
  },
  picture: async (ids) => {
    const rows = await db().picture.findMany({ ...among(ids), select: { id: true, originalName: true } });
    return rows.map(({ id, originalName }) => ({ id, name: originalName }));
  },
  category: (ids) => db().category.findMany({ ...among(ids), select: named }),
  section_front: (ids) => db().category.findMany({ ...among(ids), select: named }),
  tag: (ids) => db().tag.findMany({ ...among(ids), select: named }),
  topic: (ids) => db().topic.findMany({ ...among(ids), select: named }),
  byline: (ids) => db().byline.findMany({ ...among(ids), select: named }),
  staff: (ids) => db().staff.findMany({ ...among(ids), select: named }),
};

/** Where a thing that is still there can be looked at. */
export const subjectPages: Readonly<Record<string, string>> = {
  article: '/admin/bai-viet',
  picture: '/admin/anh',
  category: '/admin/chuyen-muc',
  tag: '/admin/the',
  topic: '/admin/su-kien',
  byline: '/admin/but-danh',
  staff: '/admin/tai-khoan',
};

interface Subject {
  subjectType: string;
  subjectId: number | null;
}

/** What these things are called now, by "type:id"; what is gone is not in it. */
export async function subjectNames(subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    Object.entries(finders).map(async ([type, find]) => {
      const ids = subjects.flatMap((one) =>
        one.subjectType === type && one.subjectId !== null ? [one.subjectId] : [],
      );
      const rows = ids.length > 0 ? await find([...new Set(ids)]) : [];
      return rows.map(({ id, name }) => [`${type}:${id}`, name] as const);
    }),
  );
  return new Map(found.flat());
}
