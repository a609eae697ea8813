import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, contentSelect } from '#lib/articles/saved-content.ts';
import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db } from '#lib/db.ts';
import type { PictureFolders } from '#lib/media/picture-folders.ts';
import { StartProblem } from '#lib/server/problem.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { exportNewspaper } from './export-newspaper.ts';
import { ExportedPhotos } from './export-photos.ts';
import { newspaperFile } from './newspaper-file.ts';
import { articleNames, relatedNames, withNamedBoxes } from './related-names.ts';
import { writeArticle } from './write-article.ts';

export interface ExportOptions {
  /** Where the files go; empty, or not there yet. */
  dir: string;
  folders: PictureFolders;
  onProgress?: (done: number, total: number) => void;
}

export interface ExportReport {
  articles: number;
  photos: number;
  /** Withdrawn articles, which are not exported: an import would bring them back. */
  withdrawn: number;
  /** Drafts without headline or section, which no article file can do without. */
  unfinished: number;
}

const atOnce = 100;

const isFinished = {
  title: { not: '' },
  categoryId: { not: null },
} satisfies Prisma.ArticleWhereInput;
const isExported = { status: { not: 'withdrawn' }, ...isFinished } satisfies Prisma.ArticleWhereInput;

async function checkEmpty(dir: string): Promise<void> {
  const found = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR')
      throw new StartProblem(`${dir} is a file. Name an empty folder, or a new one.`);
    throw error;
  });
  if (found.length > 0) {
    throw new StartProblem(
      `${dir} is not empty. Name an empty folder, or a new one: nothing is overwritten.`,
    );
  }
}

/**
 * Gives the articles that were written here the key that an import needs, so that importing the export again changes
 * them instead of doubling them.
 */
async function giveSourceIds(): Promise<void> {
  const without = await db().article.findMany({
    where: { sourceId: null },
    select: { id: true, slug: true },
  });
  for (const { id, slug } of without) {
    await db().article.updateMany({ where: { id, sourceId: null }, data: { sourceId: `${slug}-${id}` } });
  }
}

async function exportSome(after: number, dir: string, photos: ExportedPhotos): Promise<number[]> {
  const rows = await db().article.findMany({
    where: { id: { gt: after }, ...isExported },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { ...contentSelect, id: true, slug: true, sourceId: true },
  });
  const ids = rows.map((row) => row.id);
  const related = await relatedNames(db(), ids);
  const contents = rows.map((row) => ({ row, content: contentOf(row, related.get(row.id) ?? []) }));
  const boxed = contents.flatMap(({ content }) => boxedIds(content.body));
  const names = await articleNames(db(), [...new Set(boxed)]);
  for (const { row, content } of contents) {
    content.body = withNamedBoxes(content.body, names);
    await photos.copy([...(content.cover ? [content.cover.picture] : []), ...photoKeys(content.body)]);
    const text = writeArticle(content, row.sourceId ?? `${row.slug}-${row.id}`, (key) => photos.fileOf(key));
    const name = `${String(row.id).padStart(6, '0')}-${row.slug}.md`;
    await writeFile(join(dir, 'articles', name), text);
  }
  return ids;
}

/**
 * Writes all articles but the withdrawn ones as article files (DESIGN section 6), with the originals of their photos,
 * and newspaper.yaml with what else the paper has. Imported into an empty database they give the same site.
 * @throws StartProblem where the folder is not empty, or the original of a picture is missing
 */
export async function exportArticles({ dir, folders, onProgress }: ExportOptions): Promise<ExportReport> {
  await checkEmpty(dir);
  await mkdir(join(dir, 'articles'), { recursive: true });
  await giveSourceIds();
  const withdrawn = await db().article.count({ where: { status: 'withdrawn' } });
  const unfinished = await db().article.count({ where: { status: { not: 'withdrawn' }, NOT: isFinished } });
  const total = await db().article.count({ where: isExported });
  const photos = new ExportedPhotos(dir, folders);
  let articles = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const ids = await exportSome(after, dir, photos);
    articles += ids.length;
    onProgress?.(articles, Math.max(total, articles));
    after = ids.at(-1);
  }
  await writeFile(join(dir, newspaperFile), await exportNewspaper());
  return { articles, photos: photos.count, withdrawn, unfinished };
}
