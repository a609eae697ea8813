import { z } from 'zod';
import { Conflict } from '#lib/site/problems.ts';
import { cleanLine } from '#lib/site/text.ts';

// What the desk's forms give.

export const id = z.int('Hãy chọn lại.').positive('Hãy chọn lại.').max(2_147_483_647);

/** A name on one line. @param what  as a sentence begins: "Tên thẻ" */
export const nameOf = (what: string, most: number) =>
  z
    .string()
    .transform((text) => cleanLine(text.toWellFormed()))
    .refine((text) => text !== '', `${what} không được để trống.`)
    .refine((text) => text.length <= most, `${what} dài quá ${most} chữ cái.`);

/** A text of a few sentences; line breaks are kept. */
export const text = z
  .string()
  .max(2000, 'Mô tả dài quá 2.000 chữ cái.')
  .transform((value) => value.toWellFormed().split(/\r?\n/).map(cleanLine).join('\n').trim());

/**
 * @param was  what the form began with
 * @param now  what is there now
 * @throws Conflict where somebody else has changed it meanwhile: theirs must not be lost unseen
 */
export function demandUnchanged<T extends object>(what: string, was: T, now: T): void {
  const changed = (Object.keys(was) as (keyof T)[]).some((key) => was[key] !== now[key]);
  if (!changed) return;
  throw new Conflict(
    `${what} này vừa được người khác sửa. Chưa lưu gì cả; hãy tải lại trang để xem bản mới rồi sửa tiếp.`,
  );
}
