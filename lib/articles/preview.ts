import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db } from '#lib/db.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import type { PictureView } from '#lib/media/types.ts';
import { slugOf } from '#lib/site/text.ts';
import { articlePath, bylinePath, categoryPath, tagPath, topicPath } from '#lib/site/urls.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { readBoxed } from './boxed.ts';
import { noSection } from './card.ts';
import type { ArticleContent } from './content.ts';
import { findArticle, type LockedArticle, readWritten, subjectOf } from './locked.ts';
import { readCards } from './read-cards.ts';
import type { ArticlePage, NamedLink, PreviewState } from './types.ts';

// An article as readers will have it, made of what is written of it now. Never cached.

/** What is being written, ready to be set as readers' pages are. */
export interface Preview {
  article: ArticlePage;
  state: PreviewState;
}

async function readSections(categoryId: number | null): Promise<[NamedLink, ...NamedLink[]]> {
  const row = await db().category.findUnique({
    where: { id: categoryId ?? 0 },
    select: { name: true, path: true, parent: { select: { name: true, path: true } } },
  });
  const link = ({ name, path }: { name: string; path: string }) => ({ name, href: categoryPath(path) });
  if (!row) return [link(noSection)];
  return row.parent ? [link(row.parent), link(row)] : [link(row)];
}

/** Names as the page shows them; those that are new get their address when they are saved. */
async function readTags(names: string[]): Promise<ArticlePage['tags']> {
  const rows = await db().tag.findMany({ where: { name: { in: names } } });
  const known = new Map(rows.map((row) => [row.name, row]));
  return names.map((name, index) => {
    const row = known.get(name);
    return { id: row?.id ?? -1 - index, name, href: tagPath(row?.slug ?? slugOf(name)) };
  });
}

async function readBylines(names: string[]): Promise<NamedLink[]> {
  const rows = await db().byline.findMany({ where: { name: { in: names } } });
  const known = new Map(rows.map((row) => [row.name, row.slug]));
  return names.map((name) => ({ name, href: bylinePath(known.get(name) ?? slugOf(name)) }));
}

async function readTopic(id: number | null): Promise<ArticlePage['topic']> {
  const row = await db().topic.findUnique({ where: { id: id ?? 0 } });
  return row && { id: row.id, name: row.name, href: topicPath(row.slug) };
}

function coverOf({ cover }: ArticleContent, pictures: Record<string, PictureView>): ArticlePage['cover'] {
  const picture = cover && pictures[cover.picture];
  return picture ? { ...picture, alt: cover.alt, caption: cover.caption, credit: cover.credit } : null;
}

function stateOf({ status, workingCopy }: LockedArticle): PreviewState {
  if (status !== 'published') return 'unpublished';
  return workingCopy ? 'changed' : 'published';
}

/** Pictures of the body, by key; that of the cover is among them only where it stands in the body too. */
function inBody(body: ArticleContent['body'], pictures: Record<string, PictureView>) {
  return Object.fromEntries(photoKeys(body).flatMap((key) => (pictures[key] ? [[key, pictures[key]]] : [])));
}

/**
 * The preview of an article, for whoever may see it: the caller has made sure of that.
 * @throws Missing
 */
export async function makePreview(id: number): Promise<Preview> {
  const found = await findArticle(db(), id);
  const content = await readWritten(db(), found);
  const { body, cover } = content;
  const [sections, pictures, boxed, topic, tags, bylines, picks] = await Promise.all([
    readSections(content.categoryId),
    readPictures(db(), [...photoKeys(body), ...(cover ? [cover.picture] : [])]),
    readBoxed(db(), boxedIds(body)),
    readTopic(content.topicId),
    readTags(content.tags),
    readBylines(content.bylines),
    readCards(content.picks),
  ]);
  const { firstPublishedAt, lastPublishedAt } = found;
  const changed = firstPublishedAt && lastPublishedAt && lastPublishedAt > firstPublishedAt;
  const article: ArticlePage = {
    id,
    href: articlePath(slugOf(content.title), id),
    title: content.title || 'Bài chưa có tiêu đề',
    sapo: content.sapo,
    agency: content.agency,
    section: sections.at(-1) ?? sections[0],
    sections,
    categoryId: content.categoryId,
    // What is not out yet shows the hour it will have, or that of its last change.
    publishedAt: firstPublishedAt ?? found.goLiveAt ?? found.updatedAt,
    updatedAt: changed ? lastPublishedAt : null,
    cover: coverOf(content, pictures),
    body,
    pictures: inBody(body, pictures),
    boxed,
    topic,
    tags,
    bylines,
    picks,
  };
  return { article, state: stateOf(found) };
}

/**
 * The preview of an article for a member of staff.
 * @throws Missing
 * @throws NotAllowed where the person may not read it
 */
export async function readPreview(actor: Actor, id: number): Promise<Preview> {
  demand(actor, 'article.read', subjectOf(await findArticle(db(), id)));
  return await makePreview(id);
}
