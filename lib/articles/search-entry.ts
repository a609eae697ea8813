import type { Body } from '#lib/body/blocks.ts';
import { captionText, plainText } from '#lib/body/plain-text.ts';
import { fold } from '#lib/words/fold.ts';
import { quarterOf, termsOf } from '#lib/words/terms.ts';
import { type VocabularyEntry, vocabularyOf } from '#lib/words/vocabulary.ts';

// What readers' search keeps of an article: pure functions from its text.

/** What of a published article can be searched for. */
export interface SearchSource {
  id: number;
  title: string;
  sapo: string;
  tags: readonly string[];
  bylines: readonly string[];
  bylineIds: readonly number[];
  coverCaption: string;
  coverCredit: string;
  body: Body;
  categoryId: number;
  publishedAt: Date;
}

/** A row of search_entry. */
export interface SearchEntry {
  articleId: number;
  publishedAt: Date;
  quarter: number;
  text: string;
  terms: number[];
}

/** What is beyond this is not found by search. The longest articles have 40,000 letters. */
const longestBody = 200_000;

/** The fields of an entry's text, in their order; a tab stands between two of them. */
export const entryFields = ['title', 'sapo', 'tags', 'bylines', 'captions', 'body'] as const;

const linesOf = (field: string | undefined): string[] => (field ? field.split('\n') : []);

/** An article as search_entry has it. */
export function entryOf(source: SearchSource): SearchEntry {
  const fields = [
    fold(source.title),
    fold(source.sapo),
    fold(source.tags.join('\n')),
    fold(source.bylines.join('\n')),
    fold([source.coverCaption, source.coverCredit, captionText(source.body)].join('\n')),
    fold(plainText(source.body).slice(0, longestBody)),
  ];
  const quarter = quarterOf(source.publishedAt);
  return {
    articleId: source.id,
    publishedAt: source.publishedAt,
    quarter,
    text: fields.join('\t'),
    terms: termsOf({
      quarter,
      head: fields.slice(0, 4).flatMap(linesOf),
      rest: fields.slice(4).flatMap(linesOf),
      sectionId: source.categoryId,
      bylineIds: source.bylineIds,
    }),
  };
}

/** What an entry's text adds to the paper's vocabulary. */
export function vocabularyOfEntry(text: string): VocabularyEntry[] {
  const [title, sapo, tags, bylines] = text.split('\t');
  return vocabularyOf({
    text: linesOf(sapo),
    titles: linesOf(title),
    names: [...linesOf(tags), ...linesOf(bylines)],
  });
}
