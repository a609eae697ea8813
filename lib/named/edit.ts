import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { applyEdit, beginEdit } from './change.ts';
import { id, nameOf, text } from './input.ts';
import type { Kind } from './kind.ts';
import { oneAtATime } from './one-at-a-time.ts';

export const editInput = (kind: Kind) =>
  z.strictObject({
    id,
    name: nameOf(`Tên ${kind.word}`, kind.longest),
    text,
    /** What the form began with. */
    was: z.strictObject({ name: z.string(), text: z.string() }),
  });

/**
 * Renames one of a kind or changes the text about it. With the name goes the address; the old one leads to the new.
 * @throws NotAllowed, Missing, Conflict (somebody changed it meanwhile), Invalid (the name is taken)
 */
export async function editNamed(
  kind: Kind,
  actor: Actor,
  input: z.infer<ReturnType<typeof editInput>>,
  now: Date,
): Promise<{ name: string; text: string }> {
  demand(actor, kind.manage);
  const action = `${kind.type}.edit`;
  return await oneAtATime(kind.type, action, async (tx) => {
    const before = await beginEdit(tx, kind, input.id, input.was);
    const { after, tags } = await applyEdit(tx, kind, before, input);
    const details = { before: { ...before }, after: { ...after } };
    await record(tx, { actor, action, subject: { type: kind.type, id: before.id }, details, at: now });
    return { value: { name: after.name, text: after.text }, tags };
  });
}
