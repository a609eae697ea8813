import type { Transaction } from '#lib/db.ts';
import type { Kind } from '#lib/named/kind.ts';
import { bylineTag } from '#lib/page-cache/tags.ts';
import { bylinePath } from '#lib/site/urls.ts';
import { Prisma } from '#prisma/generated/client.ts';

/** Each article keeps the byline once, where the first of them stood; who signs with it and the picture go along. */
async function move(tx: Transaction, from: readonly number[], to: number): Promise<void> {
  const ids = [...from];
  await tx.$executeRaw`
    INSERT INTO article_byline (article_id, byline_id, position)
      SELECT article_id, ${to}, min(position) FROM article_byline
      WHERE byline_id = ANY(${[...ids, to]})
        AND article_id IN (SELECT article_id FROM article_byline WHERE byline_id = ANY(${ids}))
      GROUP BY article_id
    ON CONFLICT (article_id, byline_id) DO UPDATE SET position = EXCLUDED.position`;
  await tx.articleByline.deleteMany({ where: { bylineId: { in: ids } } });
  for (const column of [Prisma.raw('staff_id'), Prisma.raw('picture_id')]) {
    await tx.$executeRaw`
      UPDATE byline SET ${column} =
        (SELECT ${column} FROM byline WHERE id = ANY(${ids}) AND ${column} IS NOT NULL ORDER BY id LIMIT 1)
      WHERE id = ${to} AND ${column} IS NULL`;
  }
}

export const bylineKind: Kind = {
  type: 'byline',
  manage: 'byline.manage',
  word: 'bút danh',
  longest: 100,
  fallbackSlug: 'tac-gia',
  text: 'bio',
  pathOf: bylinePath,
  pageTag: bylineTag,
  uses: Prisma.sql`SELECT article_id, byline_id AS named_id FROM article_byline`,
  isWrittenByName: true,
  move,
};
