import { z } from 'zod';
import type { Transaction } from '#lib/db.ts';
import { nameOf } from '#lib/named/input.ts';
import { Invalid } from '#lib/site/problems.ts';
import { slugOf } from '#lib/site/text.ts';

/** First parts of the site's own addresses; the database refuses them too (category_slug_free). */
const reserved = new Set(
  'admin api bai chu-de da-go media rss sitemaps tac-gia tag tim tim-kiem trang xem-truoc'.split(' '),
);

export const longestName = 60;
export const categoryName = nameOf('Tên chuyên mục', longestName);
/** As typed, in letters that an address takes; empty: made from the name. */
export const categorySlug = z.string().transform((typed) => slugOf(typed.toWellFormed(), ''));

export const sectionSlug = (name: string): string => slugOf(name, 'chuyen-muc');
export const isReserved = (slug: string): boolean => reserved.has(slug);

export interface Parent {
  id: number;
  path: string;
}

/** The path of a section with this slug under that one, or at the top. */
export const pathUnder = (parent: Parent | null, slug: string): string =>
  parent ? `${parent.path}/${slug}` : slug;

/**
 * The section that another is to stand under.
 * @throws Invalid, for the field `parentId`, if it is gone or stands under one itself: there are two levels
 */
export async function demandParent(tx: Transaction, parentId: number | null): Promise<Parent | null> {
  if (parentId === null) return null;
  const parent = await tx.category.findUnique({
    where: { id: parentId },
    select: { id: true, path: true, parentId: true },
  });
  if (parent && parent.parentId === null) return parent;
  const message = parent
    ? 'Chuyên mục chỉ có hai cấp: mục này đã nằm trong một mục khác.'
    : 'Chuyên mục này không còn nữa; hãy chọn lại.';
  throw new Invalid(message, { parentId: message });
}

interface Place {
  /** The section itself, where it is there already. */
  id: number | null;
  name: string;
  slug: string;
  parent: Parent | null;
}

/**
 * Sees to it that a section can stand there under this name.
 * @throws Invalid, for `name` or `slug`
 */
export async function demandFree(tx: Transaction, { id, name, slug, parent }: Place): Promise<void> {
  if (isReserved(slug)) {
    const message = `Địa chỉ “/${slug}” là của riêng trang báo. Hãy đặt địa chỉ khác, như “/muc-${slug}”.`;
    throw new Invalid(message, { slug: message });
  }
  const siblings = await tx.category.findMany({
    where: { parentId: parent?.id ?? null, ...(id === null ? {} : { id: { not: id } }) },
    select: { name: true, slug: true },
  });
  const lower = (text: string) => text.toLocaleLowerCase('vi');
  if (siblings.some((sibling) => lower(sibling.name) === lower(name))) {
    const message = `Đã có chuyên mục “${name}” ở cùng cấp.`;
    throw new Invalid(message, { name: message });
  }
  const taken = siblings.find((sibling) => sibling.slug === slug);
  if (taken) {
    const message = `Địa chỉ “/${pathUnder(parent, slug)}” đã là của chuyên mục “${taken.name}”.`;
    throw new Invalid(message, { slug: message });
  }
}

/** Where the next one of a level stands. */
export async function nextPosition(tx: Transaction, parentId: number | null): Promise<number> {
  const last = await tx.category.aggregate({ where: { parentId }, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}
