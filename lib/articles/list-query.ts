import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';
import { type listDays, type Status, statusNames } from './types.ts';

// The list of articles by its address: every filter stands in the query, so that a list can be linked and kept. Whatever
// can't be read is a filter that is not set: an address may have been typed by hand.

/** Somebody of the newsroom, or a name that articles are signed with. */
export interface ListAuthor {
  kind: 'staff' | 'byline';
  id: number;
}

/** What of the newsroom's articles is looked for. */
export interface ListQuery {
  text: string;
  /** Whether the words may stand anywhere in an article; else in its headline. */
  inText: boolean;
  status: Status | null;
  categoryId: number | null;
  author: ListAuthor | null;
  day: keyof typeof listDays;
  /** "2026-11-22", in Viet Nam; both days are in it. */
  from: string | null;
  to: string | null;
  page: number;
}

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .nullable()
  .catch(null);
const day = z.iso.date().nullable().catch(null);
const statuses = Object.keys(statusNames) as Status[];
const author = z
  .string()
  .regex(/^(nv|bd)-[1-9]\d{0,8}$/)
  .transform(
    (text): ListAuthor => ({ kind: text.startsWith('nv') ? 'staff' : 'byline', id: Number(text.slice(3)) }),
  )
  .nullable()
  .catch(null);

const longestText = 200;

const schema = z.object({
  tim: z
    .string()
    .transform((text) => cleanLine(text.toWellFormed()).slice(0, longestText))
    .catch(''),
  trong: z.literal('bai').nullable().catch(null),
  trangthai: z.enum(statuses).nullable().catch(null),
  chuyenmuc: number,
  tacgia: author,
  ngay: z.enum(['sua', 'dang']).catch('sua'),
  tu: day,
  den: day,
  trang: number,
});

/** Reads the query of the list's address. */
export function readListQuery(params: Readonly<Record<string, string | string[] | undefined>>): ListQuery {
  const read = schema.parse(params);
  return {
    text: read.tim,
    inText: read.trong !== null,
    status: read.trangthai,
    categoryId: read.chuyenmuc,
    author: read.tacgia,
    day: read.ngay,
    from: read.tu,
    to: read.den,
    page: read.trang ?? 1,
  };
}

/** An author as the address and the form name them. */
export const authorKey = ({ kind, id }: ListAuthor): string => `${kind === 'staff' ? 'nv' : 'bd'}-${id}`;

export const listPath = '/admin/bai-viet';

/** The query of a list's address, by its fields' names; the first page and filters that are not set are left out. */
export function listParams(query: Partial<ListQuery>): Record<string, string> {
  const { text, inText, status, categoryId, author: by, day: ngay, from, to, page } = query;
  const named: [string, string | number | null | undefined][] = [
    ['tim', text],
    ['trong', inText ? 'bai' : null],
    ['trangthai', status],
    ['chuyenmuc', categoryId],
    ['tacgia', by && authorKey(by)],
    ['ngay', ngay === 'sua' ? null : ngay],
    ['tu', from],
    ['den', to],
    ['trang', page === 1 ? null : page],
  ];
  return Object.fromEntries(named.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));
}

/** The address of a list. */
export function listHref(query: Partial<ListQuery>): string {
  const search = new URLSearchParams(listParams(query)).toString();
  return search === '' ? listPath : `${listPath}?${search}`;
}
