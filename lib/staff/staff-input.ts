import { z } from 'zod';
import type { Transaction } from '#lib/db.ts';
import { Invalid } from '#lib/site/problems.ts';
import { cleanLine } from '#lib/site/text.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { email } from './password-rules.ts';
import { isLimited, type Role, roles } from './types.ts';

/** The number of a row. */
export const rowId = z.int().positive().max(2_147_483_647);

/** What an administrator says of a person. */
export const staffInput = z.object({
  name: z
    .string('Hãy nhập họ tên.')
    .max(200, 'Họ tên dài nhất 100 ký tự.')
    .transform((text) => cleanLine(text.toWellFormed()))
    .pipe(z.string().min(1, 'Hãy nhập họ tên.').max(100, 'Họ tên dài nhất 100 ký tự.')),
  email,
  role: z.enum(roles, 'Hãy chọn vai trò.'),
  categoryIds: z.array(rowId).max(500).default([]),
});

/** The sections to keep for a role: none for those that work in all. */
export async function sectionsFor(
  tx: Transaction,
  role: Role,
  categoryIds: number[],
): Promise<{ id: number; path: string }[]> {
  if (!isLimited(role)) return [];
  const found = await tx.category.findMany({
    where: { id: { in: categoryIds } },
    select: { id: true, path: true },
    orderBy: { path: 'asc' },
  });
  if (found.length === 0) {
    throw new Invalid('Vai trò này cần ít nhất một chuyên mục.', {
      categoryIds: 'Hãy chọn ít nhất một chuyên mục; vai trò này chỉ làm việc trong chuyên mục được giao.',
    });
  }
  return found;
}

/** Tells of an address that somebody else has; any other error is thrown on. */
export function addressIsTaken(error: unknown): never {
  const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
  if (!isTaken) throw error;
  throw new Invalid('Địa chỉ e-mail này đã có tài khoản.', {
    email: 'Địa chỉ này đã có tài khoản. Nếu người ấy đã nghỉ, hãy mở lại tài khoản cũ.',
  });
}
