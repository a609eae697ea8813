import { isPublic } from '#lib/articles/card.ts';
import type { NamedLink } from '#lib/articles/types.ts';
import { listSections } from '#lib/categories/sections.ts';
import { db } from '#lib/db.ts';
import { keptRead } from '#lib/page-cache/kept-read.ts';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, mostReadTag, siteTag } from '#lib/page-cache/tags.ts';
import { articlePath } from '#lib/site/urls.ts';
import type { MostReadLists, Span } from './types.ts';

const shown = 5;
/** A list of fewer is none. */
const fewest = 3;

/** A list as it was counted last, the most read first. */
const countedIds = (span: Span, categoryId: number): Promise<number[]> =>
  keptRead(`most read, ${span}, ${categoryId}`, async () => {
    const list = await db().mostRead.findUnique({ where: { span_categoryId: { span, categoryId } } });
    return { value: list?.articleIds ?? [], tags: [siteTag, mostReadTag(span, categoryId)] };
  });

/** The first of a list that readers have and that are not among `but`; withdrawn ones leave it at once. */
async function readList(
  span: Span,
  categoryId: number,
  but: readonly number[],
): Promise<(NamedLink & { id: number })[]> {
  const ids = (await countedIds(span, categoryId)).filter((id) => !but.includes(id));
  if (ids.length === 0) return [];
  const rows = await db().article.findMany({
    where: { id: { in: ids }, ...isPublic },
    select: { id: true, title: true, slug: true },
  });
  const links = new Map(
    rows.map(({ id, title, slug }) => [id, { id, name: title, href: articlePath(slug, id) }]),
  );
  const found = ids.flatMap((id) => links.get(id) ?? []).slice(0, shown);
  // One that is withdrawn may come back to its place among those shown; what stands behind them can't.
  const last = found.length < shown ? ids.length : ids.indexOf(found.at(-1)?.id ?? 0) + 1;
  tagPage(...ids.slice(0, last).map(articleTag));
  return found.length < fewest ? [] : found;
}

/** "Đọc nhiều" of the whole paper (null) or a section: of the last 24 hours, and what else of the last 7 days. */
export async function getMostRead(categoryId: number | null): Promise<MostReadLists> {
  const day = await readList('day', categoryId ?? 0, []);
  const week = await readList(
    'week',
    categoryId ?? 0,
    day.map(({ id }) => id),
  );
  return { day, week };
}

/**
 * What was read most in the last 7 days in the section at the top of an article's, without what stands on its page
 * already. That list changes once an hour at most, so that articles' pages are not made anew all the time.
 */
export async function listMostReadBeside(categoryId: number | null, but: number[]): Promise<NamedLink[]> {
  const tops = await listSections();
  const top = tops.find(({ id, children }) =>
    [id, ...children.map((child) => child.id)].includes(categoryId ?? 0),
  );
  return top ? await readList('week', top.id, but) : [];
}
