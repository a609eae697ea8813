import { isDeepStrictEqual } from 'node:util';
import { articleContent } from '#lib/articles/content.ts';
import { keepRevision } from '#lib/articles/keep-revision.ts';
import { type LockedArticle, lockArticle } from '#lib/articles/locked.ts';
import { contentOf, contentSelect, type SavedContent } from '#lib/articles/saved-content.ts';
import { indexArticles } from '#lib/articles/search-index.ts';
import { searchTextOf, titleWordsOf } from '#lib/articles/search-text.ts';
import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys, photosOf } from '#lib/body/photo-keys.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { renamePictures } from '#lib/body/rename-pictures.ts';
import { saveBylines } from '#lib/bylines/save.ts';
import { saveCategory } from '#lib/categories/save.ts';
import { db, type Transaction } from '#lib/db.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import { type PictureNotes, savePicture } from '#lib/media/save-picture.ts';
import { siteTag } from '#lib/page-cache/tags.ts';
import { sendAt } from '#lib/queue/send.ts';
import { settleRail } from '#lib/rails/rails.ts';
import { slugOf, wordCount } from '#lib/site/text.ts';
import { saveTags } from '#lib/tags/save.ts';
import { saveTopic } from '#lib/topics/save.ts';
import { lockImports } from './lock-imports.ts';
import type { PreparedArticle } from './prepare-article.ts';
import { type Publication, planPublication } from './publication.ts';
import { articleNames, relatedNames, withNamedBoxes } from './related-names.ts';

/** Who imports (null: the command line) and when. */
export interface ImportContext {
  actor: number | null;
  now: Date;
}

export interface SavedArticle {
  id: number;
  outcome: 'added' | 'changed' | 'unchanged';
}

const importReason = 'import';

/**
 * Whether a file brings nothing new: it says what the last import said (what editors changed since is theirs and
 * stays), or what the article says now.
 */
async function isKnown(tx: Transaction, id: number, content: SavedContent): Promise<boolean> {
  const last = await tx.revision.findFirst({
    where: { articleId: id, reason: importReason },
    orderBy: { number: 'desc' },
    select: { content: true },
  });
  if (isDeepStrictEqual(last?.content, content)) return true;
  // Read beside the transaction, which holds the lock: a row with much hanging on it asks several things at once.
  const row = await db().article.findUniqueOrThrow({ where: { id }, select: contentSelect });
  const related = await relatedNames(db(), [id]);
  const now = contentOf(row, related.get(id) ?? []);
  const boxed = await articleNames(db(), boxedIds(now.body));
  // A picture whose file was replaced comes back from an export by its new key.
  const pictures = await readPictures(db(), photoKeys(now.body));
  const body = renamePictures(now.body, (key) => pictures[key]?.key ?? key);
  return isDeepStrictEqual({ ...now, body: withNamedBoxes(body, boxed) }, content);
}

/** What the article says of each of its pictures, by key: the first time it does. */
function pictureWords({ cover, body }: SavedContent): Map<string, PictureNotes> {
  const said = [...(cover ? [cover] : []), ...body.flatMap(photosOf)].reverse();
  return new Map(said.map(({ picture, alt, caption, credit }) => [picture, { alt, caption, credit }]));
}

async function savePictures(tx: Transaction, article: PreparedArticle): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const words = pictureWords(article.content);
  for (const picture of article.pictures) {
    ids.set(picture.key, await savePicture(tx, picture, words.get(picture.key)));
  }
  return ids;
}

/** The article's row, but for what tells it apart from others, and what hangs on it. */
async function rowsFor(tx: Transaction, article: PreparedArticle) {
  const { content } = article;
  const { cover, body } = content;
  const pictures = await savePictures(tx, article);
  const idOf = (key: string) => pictures.get(key) ?? 0;
  const topicId = content.topic === null ? null : await saveTopic(tx, content.topic);
  const categoryId = await saveCategory(tx, content.category);
  const tags = await saveTags(tx, content.tags);
  const bylines = await saveBylines(tx, content.bylines);
  const searchable = { ...content, coverCaption: cover?.caption ?? '', coverCredit: cover?.credit ?? '' };
  return {
    row: {
      type: content.type,
      title: content.title,
      slug: slugOf(content.title),
      sapo: content.sapo,
      agency: content.agency,
      body,
      wordCount: wordCount(plainText(body)),
      searchText: searchTextOf(searchable),
      titleWords: titleWordsOf(content.title),
      categoryId,
      topicId,
      coverId: cover ? idOf(cover.picture) : null,
      coverAlt: cover?.alt ?? '',
      coverCaption: cover?.caption ?? '',
      coverCredit: cover?.credit ?? '',
    },
    tags: tags.map((tagId, position) => ({ tagId, position })),
    bylines: bylines.map((bylineId, position) => ({ bylineId, position })),
    pictures: photoKeys(body).map((key) => ({ pictureId: idOf(key) })),
  };
}

async function writeDown(
  tx: Transaction,
  article: PreparedArticle,
  id: number,
  version: number,
  context: ImportContext,
): Promise<void> {
  const { _max } = await tx.revision.aggregate({ where: { articleId: id }, _max: { number: true } });
  await tx.revision.create({
    data: {
      articleId: id,
      number: (_max.number ?? 0) + 1,
      content: { ...article.content },
      reason: importReason,
      authorId: context.actor,
    },
  });
  await tx.auditEntry.create({
    data: {
      at: context.now,
      actorId: context.actor,
      action: 'import',
      subjectType: 'article',
      subjectId: id,
      details: { file: article.name, version },
    },
  });
  await tx.outbox.create({ data: { reason: importReason, tags: [siteTag] } });
}

/** An article whose hour is to come goes out at that hour. */
async function sendOut(tx: Transaction, articleId: number, { goLiveAt }: Publication): Promise<void> {
  if (goLiveAt) await sendAt(tx, 'publish-article', { articleId }, goLiveAt);
}

async function add(tx: Transaction, article: PreparedArticle, context: ImportContext): Promise<number> {
  const publication = planPublication(article.content, null, context.now, article.lineOf);
  const { row, tags, bylines, pictures } = await rowsFor(tx, article);
  const { id } = await tx.article.create({
    data: {
      ...row,
      ...publication,
      sourceId: article.sourceId,
      createdById: context.actor,
      tags: { createMany: { data: tags } },
      bylines: { createMany: { data: bylines } },
      pictures: { createMany: { data: pictures } },
    },
    select: { id: true },
  });
  await indexArticles(tx, [id]);
  await writeDown(tx, article, id, 1, context);
  await sendOut(tx, id, publication);
  return id;
}

/** The file's text takes the place of what the newsroom was writing; that stays among the revisions. */
async function setWorkingCopyAside(
  tx: Transaction,
  { id: articleId, version }: LockedArticle,
  { actor, now }: ImportContext,
): Promise<void> {
  const copy = await tx.workingCopy.findUnique({ where: { articleId } });
  if (!copy) return;
  const content = articleContent.parse(copy.content);
  const authorId = copy.savedById ?? actor;
  await keepRevision(tx, { articleId, version, content, reason: 'save', authorId, at: now });
  await tx.workingCopy.delete({ where: { articleId } });
}

async function change(
  tx: Transaction,
  article: PreparedArticle,
  existing: LockedArticle,
  context: ImportContext,
): Promise<void> {
  const { id } = existing;
  const publication = planPublication(article.content, existing, context.now, article.lineOf);
  const { row, tags, bylines, pictures } = await rowsFor(tx, article);
  const version = existing.version + 1;
  const { status, firstPublishedAt, lastPublishedAt, goLiveAt } = publication;
  await setWorkingCopyAside(tx, existing, context);
  await tx.article.update({
    where: { id },
    data: {
      ...row,
      status,
      firstPublishedAt,
      lastPublishedAt,
      goLiveAt,
      version,
      ...(status === existing.status ? {} : { statusSince: context.now }),
      // What was approved is not what stands there now; what readers have is no longer a question of approval.
      ...(status === 'published' ? {} : { approvedAt: null, approvedById: null }),
      tags: { deleteMany: {}, createMany: { data: tags } },
      bylines: { deleteMany: {}, createMany: { data: bylines } },
      pictures: { deleteMany: {}, createMany: { data: pictures } },
    },
  });
  await indexArticles(tx, [id]);
  await writeDown(tx, article, id, version, context);
  await sendOut(tx, id, publication);
  // New ones are taken together at the end of an import, when it is known which of their words are rare.
  if (status === 'published') await settleRail(tx, id, { count: false });
}

/**
 * Saves a prepared article, all of it in one transaction: the article with its section, tags, bylines and pictures, its
 * revision, an audit entry and the word to the servers. A file that brings nothing new changes nothing.
 * @throws ArticleProblem where the file may not change the article so
 */
export async function saveArticle(article: PreparedArticle, context: ImportContext): Promise<SavedArticle> {
  return await db().$transaction(
    async (tx) => {
      await lockImports(tx);
      const { sourceId } = article;
      const found = await tx.article.findUnique({ where: { sourceId }, select: { id: true } });
      if (!found) return { id: await add(tx, article, context), outcome: 'added' };
      // Whoever writes in it meanwhile waits, and is then told that there is another version.
      const existing = await lockArticle(tx, found.id);
      if (await isKnown(tx, existing.id, article.content)) return { id: existing.id, outcome: 'unchanged' };
      await change(tx, article, existing, context);
      return { id: existing.id, outcome: 'changed' };
    },
    { maxWait: 30_000, timeout: 60_000 },
  );
}
