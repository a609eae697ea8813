import { z } from 'zod';
import type { ListQuery } from '#lib/named/list.ts';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const schema = z.object({
  q: z.string().max(200).catch(''),
  trang: z.coerce.number().int().min(1).max(100_000).catch(1),
  xep: z.enum(['ten', 'nhieu-bai', 'it-bai']).catch('ten'),
});

/** What a desk list's address asks for; what makes no sense is as if it were not there. */
export async function readListQuery(params: SearchParams): Promise<ListQuery> {
  const { q, trang, xep } = schema.parse(await params);
  return { query: q, page: trang, order: xep };
}

/** The address of another page of the same list. */
export function listHref(base: string, { query, order }: ListQuery, page: number): string {
  const params = new URLSearchParams({
    ...(query ? { q: query } : {}),
    ...(order === 'ten' ? {} : { xep: order }),
    ...(page === 1 ? {} : { trang: String(page) }),
  });
  return params.size === 0 ? base : `${base}?${params}`;
}

/** The number in an address such as /admin/the/12, or null. */
export function readId(value: string): number | null {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
