import type { Transaction } from '#lib/db.ts';
import type { Kind } from '#lib/named/kind.ts';
import { tagTag } from '#lib/page-cache/tags.ts';
import { tagPath } from '#lib/site/urls.ts';
import { Prisma } from '#prisma/generated/client.ts';

/** Each article keeps the tag once, where the first of them stood. */
async function move(tx: Transaction, from: readonly number[], to: number): Promise<void> {
  const ids = [...from];
  await tx.$executeRaw`
    INSERT INTO article_tag (article_id, tag_id, position)
      SELECT article_id, ${to}, min(position) FROM article_tag
      WHERE tag_id = ANY(${[...ids, to]}) AND article_id IN (SELECT article_id FROM article_tag WHERE tag_id = ANY(${ids}))
      GROUP BY article_id
    ON CONFLICT (article_id, tag_id) DO UPDATE SET position = EXCLUDED.position`;
  await tx.articleTag.deleteMany({ where: { tagId: { in: ids } } });
}

export const tagKind: Kind = {
  type: 'tag',
  manage: 'tag.manage',
  word: 'thẻ',
  longest: 100,
  fallbackSlug: 'tag',
  text: 'description',
  pathOf: tagPath,
  pageTag: tagTag,
  uses: Prisma.sql`SELECT article_id, tag_id AS named_id FROM article_tag`,
  isWrittenByName: true,
  move,
};
