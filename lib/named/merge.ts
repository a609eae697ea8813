import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mergeInto } from './change.ts';
import { id } from './input.ts';
import type { Kind } from './kind.ts';
import { oneAtATime } from './one-at-a-time.ts';

export const mergeInput = z.strictObject({
  from: z.array(id).min(1, 'Hãy chọn những mục để gộp.').max(200, 'Mỗi lần gộp nhiều nhất 200 mục.'),
  into: id,
});

/**
 * Puts several of a kind into one. Each article keeps that one once, where the first of them stood; the old addresses
 * lead to it, and who types an old name gets it.
 * @throws NotAllowed, Missing (one was deleted or merged meanwhile), Invalid
 */
export async function mergeNamed(
  kind: Kind,
  actor: Actor,
  input: z.infer<typeof mergeInput>,
  now: Date,
): Promise<{ name: string; articles: number }> {
  demand(actor, kind.manage);
  const action = `${kind.type}.merge`;
  return await oneAtATime(kind.type, action, async (tx) => {
    const { into, from, articles, tags } = await mergeInto(tx, kind, input.from, input.into);
    const details = { into: into.name, from: from.map((row) => ({ ...row })), articles };
    await record(tx, { actor, action, subject: { type: kind.type, id: into.id }, details, at: now });
    return { value: { name: into.name, articles }, tags };
  });
}
