import { db } from '#lib/db.ts';
import { Prisma } from '#prisma/generated/client.ts';

/** Articles in a feed (DESIGN section 2). */
const feedLength = 50;

/** What a feed gathers its articles by. */
export type Gathering =
  | { by: 'paper' }
  | { by: 'sections'; ids: number[] }
  | { by: 'tag' | 'topic' | 'byline'; id: number };

const newestFirst = Prisma.sql`ORDER BY first_published_at DESC, id DESC LIMIT ${feedLength}`;

function query(gathering: Gathering): Prisma.Sql {
  switch (gathering.by) {
    case 'paper':
      return Prisma.sql`SELECT id FROM article WHERE status = 'published' ${newestFirst}`;
    case 'sections':
      // The newest of each, and of those the newest: the index has them in this order section by section only.
      return Prisma.sql`
        SELECT id FROM unnest(${gathering.ids}::int[]) AS section CROSS JOIN LATERAL (
          SELECT id, first_published_at FROM article WHERE category_id = section AND status = 'published' ${newestFirst}
        ) AS newest ${newestFirst}`;
    case 'topic':
      return Prisma.sql`
        SELECT id FROM article WHERE topic_id = ${gathering.id} AND status = 'published' ${newestFirst}`;
    case 'tag':
      return Prisma.sql`
        SELECT id FROM article WHERE status = 'published'
          AND id IN (SELECT article_id FROM article_tag WHERE tag_id = ${gathering.id}) ${newestFirst}`;
    case 'byline':
      return Prisma.sql`
        SELECT id FROM article WHERE status = 'published'
          AND id IN (SELECT article_id FROM article_byline WHERE byline_id = ${gathering.id}) ${newestFirst}`;
  }
}

/** The numbers of the newest published articles, the newest first. */
export async function listNewestIds(gathering: Gathering): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>(query(gathering));
  return rows.map(({ id }) => id);
}
