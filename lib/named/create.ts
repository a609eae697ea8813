import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { missingTag } from '#lib/page-cache/tags.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { add } from './change.ts';
import { nameOf, text } from './input.ts';
import type { Kind } from './kind.ts';
import { oneAtATime } from './one-at-a-time.ts';

export const createInput = (kind: Kind) =>
  z.strictObject({ name: nameOf(`Tên ${kind.word}`, kind.longest), text: text.default('') });

/**
 * Adds one of a kind.
 * @throws NotAllowed, Invalid (there is one of this name)
 */
export async function createNamed(
  kind: Kind,
  actor: Actor,
  input: z.infer<ReturnType<typeof createInput>>,
  now: Date,
): Promise<{ id: number; name: string }> {
  demand(actor, kind.manage);
  const action = `${kind.type}.create`;
  return await oneAtATime(kind.type, action, async (tx) => {
    const { id, name, slug } = await add(tx, kind, input.name, input.text);
    await record(tx, { actor, action, subject: { type: kind.type, id }, details: { name, slug }, at: now });
    return { value: { id, name }, tags: [missingTag] };
  });
}
