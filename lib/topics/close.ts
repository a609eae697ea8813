import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { id } from '#lib/named/input.ts';
import { holdOne } from '#lib/named/kind.ts';
import { oneAtATime } from '#lib/named/one-at-a-time.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { topicKind } from './kind.ts';

export const closeTopicInput = z.strictObject({ id, closed: z.boolean() });

/**
 * Closes a running story, or opens it again. A closed one is not offered to new articles; readers keep its page.
 * @throws NotAllowed, Missing
 */
export async function closeTopic(
  actor: Actor,
  input: z.infer<typeof closeTopicInput>,
  now: Date,
): Promise<{ name: string }> {
  demand(actor, 'topic.manage');
  const action = input.closed ? 'topic.close' : 'topic.reopen';
  return await oneAtATime('topic', action, async (tx) => {
    const { id: topicId, name } = await holdOne(tx, topicKind, input.id);
    const { closedAt } = await tx.topic.findUniqueOrThrow({ where: { id: topicId } });
    // Pressed twice, it is closed since the first time.
    if (input.closed !== (closedAt !== null)) {
      await tx.topic.update({ where: { id: topicId }, data: { closedAt: input.closed ? now : null } });
      const subject = { type: 'topic', id: topicId };
      await record(tx, { actor, action, subject, details: { name }, at: now });
    }
    return { value: { name }, tags: [] };
  });
}
