import { body as bodySchema } from '#lib/body/blocks.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { saveBylines } from '#lib/bylines/save.ts';
import type { Transaction } from '#lib/db.ts';
import { findPictures } from '#lib/media/find-pictures.ts';
import { Invalid } from '#lib/site/problems.ts';
import { slugOf, wordCount } from '#lib/site/text.ts';
import { saveTags } from '#lib/tags/save.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { ArticleContent } from './content.ts';
import { searchTextOf, titleWordsOf } from './search-text.ts';

// An article's content in its columns and in what hangs on them: what readers get of a published article.

const columnsSelect = {
  type: true,
  title: true,
  sapo: true,
  agency: true,
  categoryId: true,
  topicId: true,
  coverAlt: true,
  coverCaption: true,
  coverCredit: true,
  body: true,
  cover: { select: { key: true } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true } } } },
  bylines: { orderBy: { position: 'asc' }, select: { byline: { select: { name: true } } } },
  picks: { orderBy: { position: 'asc' }, select: { pickedId: true } },
} satisfies Prisma.ArticleSelect;

/** The content that the columns hold. */
export async function readColumns(tx: Transaction, id: number): Promise<ArticleContent> {
  const row = await tx.article.findUniqueOrThrow({ where: { id }, select: columnsSelect });
  return {
    type: row.type,
    title: row.title,
    sapo: row.sapo,
    agency: row.agency,
    categoryId: row.categoryId,
    topicId: row.topicId,
    tags: row.tags.map(({ tag }) => tag.name),
    bylines: row.bylines.map(({ byline }) => byline.name),
    cover: row.cover && {
      picture: row.cover.key,
      alt: row.coverAlt,
      caption: row.coverCaption,
      credit: row.coverCredit,
    },
    body: bodySchema.parse(row.body),
    picks: row.picks.map((pick) => pick.pickedId),
  };
}

async function demandExisting(tx: Transaction, { categoryId, topicId }: ArticleContent): Promise<void> {
  if (categoryId !== null && !(await tx.category.count({ where: { id: categoryId } }))) {
    throw new Invalid('Chuyên mục đã bị xóa.', {
      categoryId: 'Chuyên mục này đã bị xóa; hãy chọn mục khác.',
    });
  }
  if (topicId !== null && !(await tx.topic.count({ where: { id: topicId } }))) {
    throw new Invalid('Dòng sự kiện đã bị xóa.', { topicId: 'Dòng sự kiện này đã bị xóa; hãy chọn lại.' });
  }
}

/** Picks that are still there, in their order, each once and never the article itself. */
async function existingPicks(tx: Transaction, id: number, picks: number[]): Promise<number[]> {
  const found = await tx.article.findMany({ where: { id: { in: picks } }, select: { id: true } });
  const known = new Set(found.map((row) => row.id));
  return [...new Set(picks)].filter((pick) => pick !== id && known.has(pick));
}

/**
 * Puts the content into the article's columns, with its tags, bylines, pictures and picks; tags and bylines that are new
 * are made.
 * @throws Invalid where the section, the running story or a picture is not there any more
 */
export async function writeColumns(tx: Transaction, id: number, content: ArticleContent): Promise<void> {
  await demandExisting(tx, content);
  const { cover, body } = content;
  const pictures = await findPictures(tx, [...photoKeys(body), ...(cover ? [cover.picture] : [])]);
  const inBody = new Set(photoKeys(body).map((key) => pictures.get(key) ?? 0));
  const tags = await saveTags(tx, content.tags);
  const bylines = await saveBylines(tx, content.bylines);
  const picks = await existingPicks(tx, id, content.picks);
  const searchable = { ...content, coverCaption: cover?.caption ?? '', coverCredit: cover?.credit ?? '' };
  await tx.article.update({
    where: { id },
    data: {
      type: content.type,
      title: content.title,
      slug: slugOf(content.title),
      sapo: content.sapo,
      agency: content.agency,
      categoryId: content.categoryId,
      topicId: content.topicId,
      body,
      wordCount: wordCount(plainText(body)),
      searchText: searchTextOf(searchable),
      titleWords: titleWordsOf(content.title),
      coverId: cover ? (pictures.get(cover.picture) ?? null) : null,
      coverAlt: cover?.alt ?? '',
      coverCaption: cover?.caption ?? '',
      coverCredit: cover?.credit ?? '',
      tags: {
        deleteMany: {},
        createMany: { data: tags.map((tagId, position) => ({ tagId, position })) },
      },
      bylines: {
        deleteMany: {},
        createMany: { data: bylines.map((bylineId, position) => ({ bylineId, position })) },
      },
      pictures: { deleteMany: {}, createMany: { data: [...inBody].map((pictureId) => ({ pictureId })) } },
      picks: {
        deleteMany: {},
        createMany: { data: picks.map((pickedId, index) => ({ pickedId, position: index + 1 })) },
      },
    },
  });
}
