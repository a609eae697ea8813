import { db, type Transaction } from '#lib/db.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { lockImports } from './lock-imports.ts';
import type { Newspaper } from './newspaper-file.ts';

// Of newspaper.yaml only what is missing is made: what the newsroom has, it may have changed since.

async function addSections(
  tx: Transaction,
  sections: Newspaper['sections'][number]['children'],
  parent: { id: number; path: string } | null,
): Promise<number> {
  const parentId = parent?.id ?? null;
  const { _max } = await tx.category.aggregate({ where: { parentId }, _max: { position: true } });
  const first = (_max.position ?? -1) + 1;
  const data = sections.map(({ name, slug, description }, index) => ({
    name,
    slug,
    description,
    parentId,
    path: parent ? `${parent.path}/${slug}` : slug,
    position: first + index,
  }));
  const { count } = await tx.category.createMany({ data, skipDuplicates: true });
  return count;
}

async function addAll(tx: Transaction, paper: Newspaper): Promise<number> {
  let added = await addSections(tx, paper.sections, null);
  for (const { slug, children } of paper.sections) {
    const parent = await tx.category.findUniqueOrThrow({
      where: { path: slug },
      select: { id: true, path: true },
    });
    added += await addSections(tx, children, parent);
  }
  const skipDuplicates = true;
  const topics = paper.topics.map(({ closedAt, ...topic }) => ({ ...topic, closedAt: closedAt ?? null }));
  added += (await tx.topic.createMany({ data: topics, skipDuplicates })).count;
  added += (await tx.tag.createMany({ data: paper.tags, skipDuplicates })).count;
  added += (await tx.byline.createMany({ data: paper.bylines, skipDuplicates })).count;
  return added;
}

async function told(tx: Transaction, changes: number): Promise<void> {
  if (changes > 0) await tx.outbox.create({ data: { reason: 'import', tags: [siteTag] } });
}

/** Makes the sections, running stories, tags and bylines that are missing; before the articles come. */
export async function importNewspaper(paper: Newspaper): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockImports(tx);
    await told(tx, await addAll(tx, paper));
  });
}

async function addPin(tx: Transaction, pin: Newspaper['pins'][number]): Promise<number> {
  const article = await tx.article.findUnique({ where: { sourceId: pin.article }, select: { id: true } });
  const category = pin.section
    ? await tx.category.findUnique({ where: { path: pin.section }, select: { id: true } })
    : null;
  if (!article || (pin.section && !category)) return 0;
  const data = {
    categoryId: category?.id ?? null,
    slot: pin.slot,
    articleId: article.id,
    endsAt: pin.endsAt ?? null,
  };
  return (await tx.pin.createMany({ data: [data], skipDuplicates: true })).count;
}

/** Pins what is to be pinned where the slot is free, and moves the focus of pictures that have none; after the articles. */
export async function importPins(paper: Newspaper): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockImports(tx);
    let changes = 0;
    for (const pin of paper.pins) changes += await addPin(tx, pin);
    for (const { key, focalX, focalY } of paper.pictures) {
      const where = { key, focalX: 0.5, focalY: 0.5 };
      changes += (await tx.picture.updateMany({ where, data: { focalX, focalY } })).count;
    }
    await told(tx, changes);
  });
}
