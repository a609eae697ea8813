import { db } from '#lib/db.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { countHanging } from './hanging.ts';
import type { CategoryChoice, DeskCategory, Hanging } from './types.ts';

// What the newsroom reads of sections: as they are at this moment, never kept.

const select = { id: true, name: true, slug: true, path: true, description: true, parentId: true } as const;
type Row = Omit<DeskCategory, 'articles' | 'children'>;

const readRows = (): Promise<Row[]> =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], select });

/** All sections in their order, each with how many articles it has. @throws NotAllowed */
export async function listCategoriesForDesk(actor: Actor): Promise<DeskCategory[]> {
  demand(actor, 'category.manage');
  const [rows, counted] = await Promise.all([
    readRows(),
    db().article.groupBy({ by: ['categoryId'], _count: true }),
  ]);
  const articles = new Map(counted.map((row) => [row.categoryId, row._count]));
  const node = (row: Row): DeskCategory => ({
    ...row,
    articles: articles.get(row.id) ?? 0,
    children: rows.filter((child) => child.parentId === row.id).map(node),
  });
  return rows.filter((row) => row.parentId === null).map(node);
}

/** A section with what hangs on it, or null. @throws NotAllowed */
export async function readCategoryForDesk(
  actor: Actor,
  id: number,
): Promise<(Row & { hanging: Hanging }) | null> {
  demand(actor, 'category.manage');
  const row = await db().category.findUnique({ where: { id }, select });
  return row && { ...row, hanging: await countHanging(db(), id) };
}

/** The sections that this person may write for, in the paper's order. */
export async function listCategoriesFor(actor: Actor): Promise<CategoryChoice[]> {
  const rows = await readRows();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const choice = ({ id, name, path, parentId }: Row): CategoryChoice => {
    const parent = parentId === null ? undefined : names.get(parentId);
    return { id, name, path, parentId, label: parent ? `${parent} / ${name}` : name };
  };
  const tops = rows.filter((row) => row.parentId === null);
  return tops
    .flatMap((top) => [top, ...rows.filter((row) => row.parentId === top.id)])
    .filter((row) => can(actor, 'article.create', { categoryId: row.id }))
    .map(choice);
}
