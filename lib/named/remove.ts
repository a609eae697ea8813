import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { mergeInto, removeUnused } from './change.ts';
import { id } from './input.ts';
import type { Kind } from './kind.ts';
import { oneAtATime } from './one-at-a-time.ts';

export const removeInput = z.strictObject({
  id,
  /** The one that takes its articles and its address; none is needed where it hangs on nothing. */
  into: id.nullable(),
});

/**
 * Deletes one of a kind.
 * @throws NotAllowed, Missing, Invalid (articles have it and no other is to take its place)
 */
export async function removeNamed(
  kind: Kind,
  actor: Actor,
  input: z.infer<typeof removeInput>,
  now: Date,
): Promise<{ name: string }> {
  demand(actor, kind.manage);
  const action = `${kind.type}.delete`;
  const subject = { type: kind.type, id: input.id };
  return await oneAtATime(kind.type, action, async (tx) => {
    if (input.into === null) {
      const { removed, tags } = await removeUnused(tx, kind, input.id);
      await record(tx, { actor, action, subject, details: { ...removed }, at: now });
      return { value: { name: removed.name }, tags };
    }
    const { into, from, articles, tags } = await mergeInto(tx, kind, [input.id], input.into);
    await record(tx, { actor, action, subject, details: { ...from[0], into: into.name, articles }, at: now });
    return { value: { name: from[0]?.name ?? '' }, tags };
  });
}
