import type { Transaction } from '#lib/db.ts';
import { Missing } from '#lib/site/problems.ts';

export interface HeldCategory {
  id: number;
  name: string;
  slug: string;
  path: string;
  description: string;
  parentId: number | null;
  children: { id: number; name: string; slug: string; path: string }[];
}

/**
 * The section with its children; until the transaction ends nothing new can be put into it.
 * @throws Missing
 */
export async function holdCategory(tx: Transaction, id: number): Promise<HeldCategory> {
  await tx.$executeRaw`SELECT id FROM category WHERE id = ${id} FOR UPDATE`;
  const found = await tx.category.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      slug: true,
      path: true,
      description: true,
      parentId: true,
      children: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, slug: true, path: true },
      },
    },
  });
  if (!found) throw new Missing('Chuyên mục này không còn nữa. Có thể người khác vừa xóa.');
  return found;
}
