import type { Transaction } from '#lib/db.ts';
import type { Kind } from '#lib/named/kind.ts';
import { topicTag } from '#lib/page-cache/tags.ts';
import { topicPath } from '#lib/site/urls.ts';
import { Prisma } from '#prisma/generated/client.ts';

async function move(tx: Transaction, from: readonly number[], to: number): Promise<void> {
  const ids = [...from];
  await tx.$executeRaw`UPDATE article SET topic_id = ${to} WHERE topic_id = ANY(${ids})`;
  // What is being written of a published article names its running story by number, in its own form.
  await tx.$executeRaw`
    UPDATE working_copy SET content = jsonb_set(content, '{topicId}', to_jsonb(${to}::int))
    WHERE (content->>'topicId')::int = ANY(${ids})`;
}

export const topicKind: Kind = {
  type: 'topic',
  manage: 'topic.manage',
  word: 'sự kiện',
  longest: 150,
  fallbackSlug: 'chu-de',
  text: 'description',
  pathOf: topicPath,
  pageTag: topicTag,
  uses: Prisma.sql`SELECT id AS article_id, topic_id AS named_id FROM article WHERE topic_id IS NOT NULL
    UNION SELECT article_id, (content->>'topicId')::int FROM working_copy WHERE content->>'topicId' IS NOT NULL`,
  isWrittenByName: false,
  move,
};
