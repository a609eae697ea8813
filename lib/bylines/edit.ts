import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import type { Transaction } from '#lib/db.ts';
import { applyEdit, beginEdit } from '#lib/named/change.ts';
import { editInput } from '#lib/named/edit.ts';
import { demandUnchanged, id } from '#lib/named/input.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { bylineKind } from './kind.ts';

const pictureKey = z
  .string()
  .trim()
  .regex(/^([0-9a-f]{24})?$/, 'Mã ảnh gồm 24 chữ số và chữ cái a–f, như ở trang Ảnh.');

const named = editInput(bylineKind);
export const editBylineInput = named.extend({
  /** The member of staff who signs with it. */
  staffId: id.nullable(),
  /** Key of a picture; empty for none. */
  picture: pictureKey,
  was: named.shape.was.extend({ staffId: z.int().nullable(), picture: z.string() }),
});

type Input = z.infer<typeof editBylineInput>;

async function links(
  tx: Transaction,
  bylineId: number,
): Promise<{ staffId: number | null; picture: string }> {
  const row = await tx.byline.findUniqueOrThrow({
    where: { id: bylineId },
    select: { staffId: true, picture: { select: { key: true } } },
  });
  return { staffId: row.staffId, picture: row.picture?.key ?? '' };
}

async function demandLinked(tx: Transaction, { staffId, picture }: Input): Promise<number | null> {
  if (staffId !== null && !(await tx.staff.count({ where: { id: staffId } }))) {
    const message = 'Tài khoản này không còn nữa; hãy chọn lại.';
    throw new Invalid(message, { staffId: message });
  }
  if (picture === '') return null;
  const found = await tx.picture.findUnique({ where: { key: picture }, select: { id: true } });
  if (found) return found.id;
  const message = 'Không có ảnh nào mang mã này. Hãy chép mã từ trang Ảnh.';
  throw new Invalid(message, { picture: message });
}

/**
 * Changes a byline: its name (the address follows, the old one leads to the new), the text about the writer, who signs
 * with it, the picture.
 * @throws NotAllowed, Missing, Conflict (somebody changed it meanwhile), Invalid
 */
export async function editByline(actor: Actor, input: Input, now: Date): Promise<Input['was']> {
  demand(actor, 'byline.manage');
  return await oneAtATime('byline', 'byline.edit', async (tx) => {
    const { staffId, picture, ...was } = input.was;
    const before = await beginEdit(tx, bylineKind, input.id, was);
    const linked = await links(tx, before.id);
    demandUnchanged('Bút danh', { staffId, picture }, linked);
    const pictureId = await demandLinked(tx, input);
    const { after, tags } = await applyEdit(tx, bylineKind, before, input);
    await tx.byline.update({ where: { id: before.id }, data: { staffId: input.staffId, pictureId } });
    const details = {
      before: { ...before, ...linked },
      after: { ...after, staffId: input.staffId, picture: input.picture },
    };
    const subject = { type: 'byline', id: before.id };
    await record(tx, { actor, action: 'byline.edit', subject, details, at: now });
    const { name, text } = after;
    return { value: { name, text, staffId: input.staffId, picture: input.picture }, tags };
  });
}
