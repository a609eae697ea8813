import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SavedContent } from '#lib/articles/saved-content.ts';
import { markdownPhotos, withPictures } from '#lib/body/from-markdown.ts';
import { checkPicture } from '#lib/media/check-picture.ts';
import type { PictureFolders } from '#lib/media/picture-folders.ts';
import { PictureProblem } from '#lib/media/picture-problem.ts';
import { type StoredPicture, storePicture } from '#lib/media/store-picture.ts';
import { type ImportedArticle, readArticleFile } from './article-file.ts';
import { ArticleProblem } from './article-problem.ts';
import type { ReadFrontMatter } from './front-matter.ts';
import { type ArticlePlace, findPhoto } from './photo-paths.ts';

/** An article file, and how its text is had: from the disk, or from whoever makes it. */
export interface ArticleSource extends ArticlePlace {
  /** How problems name the file. */
  name: string;
  read: () => Promise<Uint8Array>;
}

/** An article that can be saved: everything in its file is sound, its pictures are stored. */
export interface PreparedArticle {
  sourceId: string;
  name: string;
  content: SavedContent;
  pictures: StoredPicture[];
  /** The articles that the body's boxes name, and where. */
  boxed: { name: string; line: number }[];
  lineOf: ReadFrontMatter['lineOf'];
}

interface PhotoFile {
  file: string;
  line: number;
}

function photosOf(article: ImportedArticle): PhotoFile[] {
  const { cover } = article.values;
  const first = cover ? [{ file: cover.file, line: article.lineOf('cover', 'file') }] : [];
  const all = [...first, ...markdownPhotos(article.blocks).map(({ file, line }) => ({ file, line }))];
  return all.filter((photo, index) => all.findIndex((each) => each.file === photo.file) === index);
}

/** Runs a step on the photo's bytes; what is wrong with the picture is told with the line that names it. */
async function onPhoto<T>(
  photo: PhotoFile & { path: string },
  step: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  try {
    return await step(await readFile(photo.path));
  } catch (error) {
    if (!(error instanceof PictureProblem)) throw error;
    throw new ArticleProblem(photo.line, `the photo "${photo.file}" can't be used: ${error.message}`);
  }
}

/** Stores all pictures of an article, or none where one of them is seen to be bad before any is decoded. */
async function storePhotos(
  article: ImportedArticle,
  place: ArticlePlace,
  folders: PictureFolders,
): Promise<Map<string, StoredPicture>> {
  const photos: (PhotoFile & { path: string })[] = [];
  for (const photo of photosOf(article)) {
    const path = await findPhoto(photo.file, photo.line, place);
    photos.push({ ...photo, path });
  }
  for (const photo of photos) await onPhoto(photo, checkPicture);
  const stored = await Promise.allSettled(
    photos.map((photo) => onPhoto(photo, (bytes) => storePicture(bytes, basename(photo.path), folders))),
  );
  return new Map(
    stored.map((result, index) => {
      if (result.status === 'rejected') throw result.reason;
      return [photos[index]?.file ?? '', result.value];
    }),
  );
}

function keyOf(stored: Map<string, StoredPicture>, file: string): string {
  const picture = stored.get(file);
  if (!picture) throw new Error(`the photo "${file}" was not stored`);
  return picture.key;
}

async function readSource(source: ArticleSource): Promise<Uint8Array> {
  try {
    return await source.read();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ArticleProblem(1, `the file can't be read (${String(error.code)})`);
  }
}

/**
 * Reads an article file and stores its pictures; the database is not touched.
 * @throws ArticleProblem for the first thing that is wrong, with its line
 */
export async function prepareArticle(
  source: ArticleSource,
  folders: PictureFolders,
): Promise<PreparedArticle> {
  const article = readArticleFile(await readSource(source), basename(source.path).replace(/\.md$/i, ''));
  const stored = await storePhotos(article, source, folders);
  const { values } = article;
  const { cover } = values;
  return {
    sourceId: article.sourceId,
    name: source.name,
    lineOf: article.lineOf,
    pictures: [...stored.values()],
    boxed: article.blocks.flatMap((block) => (block.type === 'related' ? block.names : [])),
    content: {
      type: values.type,
      title: values.title,
      sapo: values.sapo,
      agency: values.agency ?? null,
      category: values.category,
      topic: values.topic ?? null,
      tags: [...new Set(values.tags)],
      bylines: [...new Set(values.authors)],
      cover: cover
        ? {
            picture: keyOf(stored, cover.file),
            alt: cover.alt,
            caption: cover.caption,
            credit: cover.credit,
          }
        : null,
      body: withPictures(article.blocks, (photo) => keyOf(stored, photo.file)),
      related: values.related,
      publishedAt: values.publishedAt?.toISOString() ?? null,
      updatedAt: values.updatedAt?.toISOString() ?? null,
    },
  };
}
