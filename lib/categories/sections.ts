import { db } from '#lib/db.ts';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { categoriesTag, siteTag } from '#lib/page-cache/tags.ts';
import { categoryPath } from '#lib/site/urls.ts';
import type { SectionLink } from './types.ts';

/** A section at an address, with the numbers of all whose articles it shows: its own and its children's. */
export interface Section extends SectionLink {
  path: string;
  parent: SectionLink | null;
  categoryIds: number[];
}

/** The paper's sections in their order, each with its children. */
export const listSections = () =>
  keptRead('sections', async () => ({ value: await readSections(), tags: [siteTag, categoriesTag] }), {
    isForFeeds: true,
  });

async function readSections(): Promise<SectionLink[]> {
  const rows = await db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const link = (row: (typeof rows)[number]): SectionLink => ({
    id: row.id,
    name: row.name,
    href: categoryPath(row.path),
    description: row.description,
    children: rows.filter((child) => child.parentId === row.id).map(link),
  });
  return rows.filter((row) => row.parentId === null).map(link);
}

/** The section at a path such as "thoi-su" or "thoi-su/do-thi", or null. */
export async function getSection(path: string): Promise<Section | null> {
  const tops = await listSections();
  for (const top of tops) {
    if (top.href === categoryPath(path)) {
      return { ...top, path, parent: null, categoryIds: [top.id, ...top.children.map((child) => child.id)] };
    }
    const child = top.children.find((one) => one.href === categoryPath(path));
    if (child) return { ...child, path, parent: top, categoryIds: [child.id] };
  }
  return null;
}
