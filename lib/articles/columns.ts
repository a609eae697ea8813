import { body as bodySchema } from '#lib/body/blocks.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { saveBylines } from '#lib/bylines/save.ts';
import type { Transaction } from '#lib/db.ts';
import { findPictures } from '#lib/media/find-pictures.ts';
import { Invalid } from '#lib/site/problems.ts';
import { slugOf, wordCount } from '#lib/site/text.ts';
import { saveTags } from '#lib/tags/save.ts';
import type { ArticleContent } from './content.ts';
import { missingArticle } from './missing.ts';
import { searchTextOf, titleWordsOf } from './search-text.ts';

// An article's content in its columns and in what hangs on them: what readers get of a published article.

type ColumnsRow = Omit<ArticleContent, 'body'> & { body: unknown };

/**
 * The content that the columns hold.
 * @throws Missing
 */
export async function readColumns(tx: Transaction, id: number): Promise<ArticleContent> {
  const [row] = await tx.$queryRaw<ColumnsRow[]>`
    SELECT type::text, title, sapo, agency, category_id AS "categoryId", topic_id AS "topicId",
      ARRAY(SELECT name FROM article_tag JOIN tag ON tag.id = tag_id
        WHERE article_id = article.id ORDER BY position) AS tags,
      ARRAY(SELECT name FROM article_byline JOIN byline ON byline.id = byline_id
        WHERE article_id = article.id ORDER BY position) AS bylines,
      CASE WHEN picture.id IS NOT NULL THEN jsonb_build_object('picture', picture.key,
        'alt', cover_alt, 'caption', cover_caption, 'credit', cover_credit) END AS cover,
      body, ARRAY(SELECT picked_id FROM related_pick WHERE article_id = article.id ORDER BY position) AS picks
    FROM article LEFT JOIN picture ON picture.id = cover_id WHERE article.id = ${id}`;
  if (!row) throw missingArticle();
  return { ...row, body: bodySchema.parse(row.body) };
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
