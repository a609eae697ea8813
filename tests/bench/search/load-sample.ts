import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { indexArticles } from '#lib/articles/search-index.ts';
import type { Block } from '#lib/body/blocks.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import type { MarkdownBlock, MarkdownPhoto } from '#lib/body/from-markdown.ts';
import { saveBylines } from '#lib/bylines/save.ts';
import { saveCategory } from '#lib/categories/save.ts';
import { db } from '#lib/db.ts';
import { readArticleFile } from '#lib/import/article-file.ts';
import { slugOf } from '#lib/site/text.ts';
import { saveTags } from '#lib/tags/save.ts';

/** Of a photo's file: the search reads its caption, not the picture. */
const keyOf = (file: string) => createHash('sha256').update(file).digest('hex').slice(0, 24);

const toPhoto = ({ alt, caption, credit, file }: MarkdownPhoto): Block => ({
  type: 'photo',
  picture: keyOf(file),
  alt,
  caption,
  credit,
});

/** A block as the body has it; galleries as single photos, boxes of other articles not at all. */
function toBlocks(block: MarkdownBlock): Block[] {
  if (block.type === 'gallery') return block.photos.map(toPhoto);
  if ('file' in block) return [toPhoto(block)];
  return block.type === 'related' ? [] : [block];
}

async function addArticle(file: string): Promise<number> {
  const { values, blocks } = readArticleFile(readFileSync(file), basename(file, '.md'));
  const body = cleanBody(blocks.flatMap(toBlocks));
  return await db().$transaction(async (tx) => {
    const tags = await saveTags(tx, values.tags);
    const bylines = await saveBylines(tx, values.authors);
    const { id } = await tx.article.create({
      data: {
        status: 'published',
        title: values.title,
        slug: slugOf(values.title),
        sapo: values.sapo,
        body,
        categoryId: await saveCategory(tx, values.category),
        coverCaption: values.cover?.caption ?? '',
        coverCredit: values.cover?.credit ?? '',
        firstPublishedAt: values.publishedAt ?? null,
        lastPublishedAt: values.publishedAt ?? null,
        tags: { createMany: { data: tags.map((tagId, position) => ({ tagId, position })) } },
        bylines: { createMany: { data: bylines.map((bylineId, position) => ({ bylineId, position })) } },
      },
      select: { id: true },
    });
    await indexArticles(tx, [id]);
    return id;
  });
}

/** Puts the sample newspaper's texts into the database that db() uses; gives the articles' numbers by those of their files. */
export async function loadSampleTexts(): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (const file of globSync('prisma/sample/articles/*.md').sort()) {
    ids.set(Number.parseInt(basename(file), 10), await addArticle(file));
  }
  return ids;
}
