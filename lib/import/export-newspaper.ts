import { db } from '#lib/db.ts';
import { slugOf } from '#lib/site/text.ts';
import { writeInstant } from './instant.ts';
import { type NewspaperInput, writeNewspaper } from './newspaper-file.ts';

const describedIf = (description: string) => (description ? { description } : {});

async function sections(): Promise<NewspaperInput['sections']> {
  const rows = await db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const written = (row: (typeof rows)[number]) => ({
    name: row.name,
    slug: row.slug,
    ...describedIf(row.description),
  });
  return rows
    .filter((row) => row.parentId === null)
    .map((row) => {
      const children = rows.filter((child) => child.parentId === row.id).map(written);
      return { ...written(row), ...(children.length > 0 && { children }) };
    });
}

async function pins(): Promise<NewspaperInput['pins']> {
  const rows = await db().pin.findMany({
    where: { article: { status: { not: 'withdrawn' } } },
    orderBy: [{ categoryId: 'asc' }, { slot: 'asc' }],
    select: {
      slot: true,
      endsAt: true,
      category: { select: { path: true } },
      article: { select: { sourceId: true } },
    },
  });
  return rows.map(({ slot, endsAt, category, article }) => ({
    section: category?.path ?? '',
    slot,
    article: article.sourceId ?? '',
    ...(endsAt && { endsAt: writeInstant(endsAt) }),
  }));
}

/** All that a newspaper has besides its articles, as the text of newspaper.yaml. */
export async function exportNewspaper(): Promise<string> {
  const byId = { orderBy: { id: 'asc' } } as const;
  const [topics, tags, bylines] = await Promise.all([
    db().topic.findMany(byId),
    db().tag.findMany(byId),
    db().byline.findMany(byId),
  ]);
  const moved = await db().picture.findMany({
    where: { NOT: { focalX: 0.5, focalY: 0.5 } },
    ...byId,
    select: { key: true, focalX: true, focalY: true },
  });
  return writeNewspaper({
    sections: await sections(),
    topics: topics.map((topic) => ({
      name: topic.name,
      slug: topic.slug,
      ...describedIf(topic.description),
      ...(topic.closedAt && { closedAt: writeInstant(topic.closedAt) }),
    })),
    // What the import makes of a tag's name alone need not be written.
    tags: tags
      .filter((tag) => tag.description || tag.slug !== slugOf(tag.name, 'tag'))
      .map((tag) => ({ name: tag.name, slug: tag.slug, ...describedIf(tag.description) })),
    bylines: bylines.map(({ name, slug, bio }) => ({ name, slug, ...(bio && { bio }) })),
    pins: await pins(),
    pictures: moved,
  });
}
