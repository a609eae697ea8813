import { db, type Transaction } from '#lib/db.ts';
import { articleTag, bylineTag, newestTag, sitemapsTag, siteTag } from '#lib/page-cache/tags.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { ArticleUse, PictureUses } from './types.ts';

type Place = ArticleUse['places'][number];

/** All keys that lead to a picture: its own and those it had. */
async function keysOf(tx: Transaction, id: number): Promise<string[]> {
  const picture = await tx.picture.findUniqueOrThrow({
    where: { id },
    select: { key: true, formerKeys: { select: { key: true } } },
  });
  return [picture.key, ...picture.formerKeys.map(({ key }) => key)];
}

async function placesOf(tx: Transaction, id: number): Promise<Map<number, Set<Place>>> {
  const keys = await keysOf(tx, id);
  const covers = await tx.article.findMany({ where: { coverId: id }, select: { id: true } });
  const bodies = await tx.articlePicture.findMany({ where: { pictureId: id }, select: { articleId: true } });
  // The index on revisions is on this very expression.
  const editing = await tx.$queryRaw<{ id: number }[]>`
    SELECT article_id AS id FROM working_copy WHERE jsonb_path_query_array(content, '$.**.picture') ?| ${keys}`;
  const history = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT article_id AS id FROM revision WHERE jsonb_path_query_array(content, '$.**.picture') ?| ${keys}`;
  const places = new Map<number, Set<Place>>();
  const put = (place: Place, ids: number[]) => {
    for (const each of ids) places.set(each, (places.get(each) ?? new Set()).add(place));
  };
  put(
    'cover',
    covers.map((row) => row.id),
  );
  put(
    'body',
    bodies.map((row) => row.articleId),
  );
  put(
    'editing',
    editing.map((row) => row.id),
  );
  put(
    'history',
    history.map((row) => row.id),
  );
  return places;
}

async function isLogo(tx: Transaction, id: number): Promise<boolean> {
  const row = await tx.paperSettings.findUnique({ where: { id: 1 }, select: { content: true } });
  const content = typeof row?.content === 'object' && row.content !== null ? row.content : {};
  const logo = 'logo' in content ? content['logo'] : null;
  return typeof logo === 'string' && (await keysOf(tx, id)).includes(logo);
}

/** "History" says something only where the article shows the picture no more. */
function shown(places: Set<Place>): Place[] {
  const now = [...places].filter((place) => place !== 'history');
  return now.length > 0 ? now : ['history'];
}

/** Where a picture is used: articles (their history included), bylines, the paper's logo. */
export async function readUses(actor: Actor, id: number): Promise<PictureUses> {
  demand(actor, 'picture.upload');
  const tx = db();
  const places = await placesOf(tx, id);
  const rows = await tx.article.findMany({
    where: { id: { in: [...places.keys()] } },
    orderBy: { id: 'desc' },
    select: { id: true, title: true, status: true, createdById: true, categoryId: true },
  });
  const readable = rows.filter(
    ({ status, createdById, categoryId }) =>
      status === 'published' || can(actor, 'article.read', { ownerId: createdById, categoryId }),
  );
  const bylines = await tx.byline.findMany({ where: { pictureId: id }, select: { id: true, name: true } });
  return {
    articles: readable.map((row) => ({
      id: row.id,
      title: row.title,
      status: row.status,
      places: shown(places.get(row.id) ?? new Set()),
    })),
    hidden: rows.length - readable.length,
    bylines,
    isLogo: await isLogo(tx, id),
  };
}

/** How many things use a picture; none may, if it is to be deleted. */
export async function countUses(tx: Transaction, id: number): Promise<number> {
  const { size } = await placesOf(tx, id);
  const bylines = await tx.byline.count({ where: { pictureId: id } });
  return size + bylines + ((await isLogo(tx, id)) ? 1 : 0);
}

/** Beyond this many it is quicker to make all pages anew than to name those that show the picture. */
const mostNamed = 500;

/** The tags of readers' pages that show a picture. */
export async function tagsShowing(tx: Transaction, id: number): Promise<string[]> {
  if (await isLogo(tx, id)) return [siteTag];
  const articles = await tx.article.findMany({
    where: { status: 'published', OR: [{ coverId: id }, { pictures: { some: { pictureId: id } } }] },
    select: { id: true },
  });
  if (articles.length > mostNamed) return [siteTag];
  const bylines = await tx.byline.findMany({ where: { pictureId: id }, select: { id: true } });
  return [
    ...articles.map((article) => articleTag(article.id)),
    // Results of a search and sitemaps show covers too, and know only these tags.
    ...(articles.length > 0 ? [newestTag, sitemapsTag] : []),
    ...bylines.map((byline) => bylineTag(byline.id)),
  ];
}
