import type pg from 'pg';
import { searchTextOf, titleWordsOf } from '#lib/articles/search-text.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { slugOf, wordCount } from '#lib/site/text.ts';
import type { ArchiveArticle, ArchivePlan } from './batch.ts';
import { type Cell, copyIn } from './copy-in.ts';
import { revisionRows } from './revisions.ts';
import { fillSearch } from './search-filler.ts';

/**
 * Writes what belongs to a batch of articles into one table or several, as saving and publishing them would have; it runs
 * in the batch's transaction, after the fillers before it. Whoever adds a table that is derived from articles adds a
 * filler of it.
 */
export type Filler = (
  client: pg.Client,
  batch: readonly ArchiveArticle[],
  plan: ArchivePlan,
) => Promise<void>;

const isOut = ({ status }: ArchiveArticle) => status === 'published' || status === 'withdrawn';
const yearMs = 365 * 86_400_000;

function articleRow(article: ArchiveArticle, { until }: ArchivePlan): Record<string, Cell> {
  const { content, cover, status, publishedAt, changedAt } = article;
  const said = {
    coverAlt: cover?.alt ?? '',
    coverCaption: cover?.caption ?? '',
    coverCredit: cover?.credit ?? '',
  };
  const approved =
    status === 'published' || status === 'scheduled' || (status === 'edited' && article.id % 3 === 0);
  return {
    id: article.id,
    status,
    type: content.type,
    title: content.title,
    slug: slugOf(content.title),
    sapo: content.sapo,
    agency: content.agency,
    body: JSON.stringify(content.body),
    word_count: wordCount(plainText(content.body)),
    search_text: searchTextOf({ ...content, ...said }),
    title_words: titleWordsOf(content.title),
    version: 1 + (article.id % 7),
    category_id: content.categoryId,
    topic_id: content.topicId,
    cover_id: cover?.id ?? null,
    cover_alt: said.coverAlt,
    cover_caption: said.coverCaption,
    cover_credit: said.coverCredit,
    first_published_at: isOut(article) ? publishedAt : null,
    last_published_at: isOut(article) ? changedAt : null,
    go_live_at: status === 'scheduled' ? new Date(until.getTime() + yearMs) : null,
    withdrawn_at: status === 'withdrawn' ? changedAt : null,
    withdrawn_reason: status === 'withdrawn' ? 'Tòa soạn rút bài.' : null,
    approved_at: approved ? publishedAt : null,
    status_since: status === 'withdrawn' ? changedAt : publishedAt,
    created_by_id: article.staffId,
    created_at: article.createdAt,
    updated_at: changedAt,
  };
}

/** Writes rows that all have the same columns. */
async function copyRows(
  client: pg.Client,
  table: string,
  rows: readonly Record<string, Cell>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await copyIn(
    client,
    table,
    columns,
    rows.map((row) => Object.values(row)),
  );
}

const articles: Filler = async (client, batch, plan) => {
  await copyRows(
    client,
    'article',
    batch.map((article) => articleRow(article, plan)),
  );
};

const hangings: Filler = async (client, batch) => {
  const rows = <T>(
    list: (article: ArchiveArticle) => readonly T[],
    row: (one: T, position: number) => object,
  ) =>
    batch.flatMap((article) =>
      list(article).map(
        (one, position) => ({ article_id: article.id, ...row(one, position) }) as Record<string, Cell>,
      ),
    );
  await copyRows(
    client,
    'article_tag',
    rows(
      (one) => one.tags,
      (tag, position) => ({ tag_id: tag.id, position }),
    ),
  );
  await copyRows(
    client,
    'article_byline',
    rows(
      (one) => one.bylines,
      (byline, position) => ({ byline_id: byline.id, position }),
    ),
  );
  await copyRows(
    client,
    'article_picture',
    rows(
      (one) => [...new Set(one.pictures)],
      (picture) => ({ picture_id: picture.id }),
    ),
  );
  await copyRows(
    client,
    'related_pick',
    rows(
      (one) => one.picks,
      (picked_id, index) => ({ picked_id, position: index + 1 }),
    ),
  );
};

/** Some published articles are being changed just now. */
const workingCopies: Filler = async (client, batch) => {
  const changed = batch.filter(({ id, status }) => status === 'published' && id % 500 === 0);
  await copyRows(
    client,
    'working_copy',
    changed.map(({ id, content, changedAt, staffId }) => ({
      article_id: id,
      content: JSON.stringify({ ...content, title: `${content.title} (sửa)` }),
      saved_by_id: staffId,
      saved_at: changedAt,
    })),
  );
};

const revisions: Filler = async (client, batch, plan) => {
  await copyRows(client, 'revision', revisionRows(batch, plan));
};

/** In the order in which they run: the articles' own rows first. */
export const fillers: readonly Filler[] = [articles, hangings, workingCopies, revisions, fillSearch];
