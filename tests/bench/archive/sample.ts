import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PhotoBlock } from '#lib/body/blocks.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { readArticleFile } from '#lib/import/article-file.ts';
import { slugOf } from '#lib/site/text.ts';

/** A photo of the sample newspaper, with what its articles say of it. */
export interface SamplePhoto extends Pick<PhotoBlock, 'alt' | 'caption' | 'credit'> {
  /** Path of the file, from the project's root. */
  file: string;
}

/** What an archive takes from one article of the sample newspaper. */
export interface SampleArticle {
  /** The path of its section: "thoi-su/giao-thong". */
  section: string;
  /** Headline, sapo and body, a paragraph each. */
  paragraphs: string[];
  tags: string[];
  photos: SamplePhoto[];
}

type Said = { file: string; alt: string; caption?: string | undefined; credit?: string | undefined };

const toPhoto = ({ file, alt, caption = '', credit = '' }: Said): SamplePhoto => ({
  file: `prisma/sample/photos/${basename(file)}`,
  alt,
  caption,
  credit,
});

/** Stands for a day in the sample's articles. */
const dayMark = /\{\{[^}]*\}\}/g;

function readOne(path: string): SampleArticle {
  const { values, blocks } = readArticleFile(readFileSync(path), basename(path, '.md'));
  const texts = blocks.flatMap((block) =>
    !('file' in block) && block.type === 'paragraph' ? [plainText([block])] : [],
  );
  const photos = blocks.flatMap((block) => ('file' in block ? [toPhoto(block)] : []));
  return {
    section: values.category.map((name) => slugOf(name)).join('/'),
    paragraphs: [values.title, values.sapo, ...texts].map((text) => text.replace(dayMark, '12/3')),
    tags: values.tags,
    photos: [...(values.cover ? [toPhoto(values.cover)] : []), ...photos],
  };
}

/** The articles of the sample newspaper, in the order of their files. */
export function readSample(): SampleArticle[] {
  return globSync('prisma/sample/articles/*.md').sort().map(readOne);
}
