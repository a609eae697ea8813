import { cacheLife, cacheTag } from 'next/cache';
import { cardSelect, isPublic, newestFirst, toCard } from '#lib/articles/card.ts';
import { listPublished, pageSize } from '#lib/articles/published.ts';
import type { ArticleCard, ArticleList } from '#lib/articles/types.ts';
import { getSection, listSections, type Section } from '#lib/categories/sections.ts';
import { db } from '#lib/db.ts';
import { articleTag, categoryTag, frontTag, siteTag } from '#lib/page-cache/tags.ts';
import { categoryPath, listPath } from '#lib/site/urls.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { composeFront } from './compose.ts';
import type { FrontPage } from './types.ts';

// The lead, two beside it, the row below and the column of the newest.
const topCount = 30;
const perSection = 8;

async function listPinned(categoryId: number | null): Promise<ArticleCard[]> {
  const pins = await db().pin.findMany({
    where: { categoryId, article: isPublic, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
    orderBy: { slot: 'asc' },
    select: { article: { select: cardSelect } },
  });
  return pins.map((pin) => toCard(pin.article));
}

/** The front page: pinned articles first, then the newest, then each section's; no article twice. */
export async function getFrontPage(): Promise<FrontPage> {
  'use cache';
  cacheLife('page');
  const sections = await listSections();
  const [pinned, newest, ...bySection] = await Promise.all([
    listPinned(null),
    db().article.findMany({ where: isPublic, orderBy: newestFirst, take: topCount, select: cardSelect }),
    ...sections.map((section) =>
      db().article.findMany({
        where: {
          ...isPublic,
          categoryId: { in: [section.id, ...section.children.map((child) => child.id)] },
        },
        orderBy: newestFirst,
        take: perSection + topCount,
        select: cardSelect,
      }),
    ),
  ]);
  const front = composeFront(
    pinned,
    newest.map(toCard),
    sections.map((section, i) => ({ section, cards: (bySection[i] ?? []).map(toCard) })),
  );
  cacheTag(siteTag, frontTag, ...front.all.map((card) => articleTag(card.id)));
  return front;
}

/** A section's articles but for those that stand pinned above them. */
function runningOrder(section: Section, pinned: ArticleCard[]): Prisma.ArticleWhereInput {
  return { categoryId: { in: section.categoryIds }, id: { notIn: pinned.map((card) => card.id) } };
}

/**
 * A section's page n (from 1): its pinned articles stand above the first page and are left out of the running order,
 * so that no article comes twice and none is skipped from one page to the next.
 */
export async function getSectionPage(
  section: Section,
  page: number,
): Promise<ArticleList & { pinned: ArticleCard[] }> {
  'use cache';
  cacheLife('page');
  const pinned = await listPinned(section.id);
  const list = await listPublished(runningOrder(section, pinned), page);
  cacheTag(
    siteTag,
    ...section.categoryIds.map(categoryTag),
    ...[...pinned, ...list.cards].map((card) => articleTag(card.id)),
  );
  return { ...list, pinned: page === 1 ? pinned : [] };
}

/**
 * Where "Xem thêm" on an article leads: to the older articles of its section, or to the section's front where one page
 * holds them all.
 * @param path  the section's, e.g. "thoi-su/do-thi"
 */
export async function getMoreHref(path: string): Promise<string> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag);
  const section = await getSection(path);
  if (!section) return categoryPath(path);
  cacheTag(...section.categoryIds.map(categoryTag));
  const where = { ...runningOrder(section, await listPinned(section.id)), ...isPublic };
  const beyond = await db().article.findFirst({ where, skip: pageSize, select: { id: true } });
  return listPath(section.href, beyond ? 2 : 1);
}
