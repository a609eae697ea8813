import type { ArticleContent } from '#lib/articles/types.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import { cleanLine } from '#lib/site/text.ts';

/** One string for a value, the same whatever the order of its keys; what is undefined counts as not there. */
export function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${keyOf(each)}`).join()}}`;
}

/** Contents are never changed once made, and asked about again and again. */
const known = new WeakMap<object, string>();

function knownKey(value: unknown): string {
  if (typeof value !== 'object' || value === null) return keyOf(value);
  const key = known.get(value) ?? keyOf(value);
  known.set(value, key);
  return key;
}

export const same = (a: unknown, b: unknown): boolean => a === b || knownKey(a) === knownKey(b);

const text = (value: string) => cleanLine(value.toWellFormed());

/**
 * The content as the server will keep it: without spaces at the ends, empty paragraphs and the like. What differs only in
 * those is the same text, and neither worth a save nor a conflict.
 */
export function tidy(content: ArticleContent): ArticleContent {
  const { title, sapo, agency, tags, bylines, cover, body } = content;
  return {
    ...content,
    title: text(title),
    sapo: text(sapo),
    agency: text(agency ?? '') || null,
    tags: tags.map(text),
    bylines: bylines.map(text),
    cover: cover && {
      ...cover,
      alt: text(cover.alt),
      caption: text(cover.caption),
      credit: text(cover.credit),
    },
    body: cleanBody(body),
  };
}
