import { stringify } from 'yaml';
import type { SavedContent } from '#lib/articles/saved-content.ts';
import { writeMarkdown } from '#lib/body/to-markdown.ts';
import { writeInstant } from './instant.ts';

const instant = (iso: string | null) => (iso === null ? undefined : writeInstant(new Date(iso)));
const ifAny = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function cover(content: SavedContent, photoFile: (key: string) => string) {
  if (!content.cover) return undefined;
  const { picture, alt, caption, credit } = content.cover;
  return { file: photoFile(picture), alt, caption: caption || undefined, credit: credit || undefined };
}

/**
 * An article as a file (DESIGN section 6) from which the import makes the same article.
 * @param photoFile  the path of a picture's file, relative to the article's
 */
export function writeArticle(
  content: SavedContent,
  sourceId: string,
  photoFile: (key: string) => string,
): string {
  const front = {
    title: content.title,
    category: content.category.join('/'),
    type: content.type === 'news' ? undefined : content.type,
    publishedAt: instant(content.publishedAt),
    updatedAt: instant(content.updatedAt),
    agency: content.agency ?? undefined,
    sapo: content.sapo,
    authors: ifAny(content.bylines),
    tags: ifAny(content.tags),
    topic: content.topic ?? undefined,
    related: ifAny(content.related),
    cover: cover(content, photoFile),
    sourceId,
  };
  const yaml = stringify(front, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    keepUndefined: false,
  });
  const body = writeMarkdown(content.body, photoFile);
  return `---\n${yaml}---\n${body && `\n${body}`}`;
}
