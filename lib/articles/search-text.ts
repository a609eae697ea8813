import type { Body } from '#lib/body/blocks.ts';
import { captionText, plainText } from '#lib/body/plain-text.ts';
import { withoutMarks } from '#lib/site/text.ts';

/** What is beyond this is not found by search. A long article has 20,000; PostgreSQL takes a vector of 1 MB at most. */
const longest = 200_000;

/** What of an article can be searched for. */
export interface Searchable {
  title: string;
  sapo: string;
  tags: string[];
  bylines: string[];
  coverCaption: string;
  coverCredit: string;
  body: Body;
}

/**
 * What stands between words. PostgreSQL would take "3.86" for a number and "covid-19" for a word and a number below zero,
 * which nobody looks for.
 */
const between = /[^\p{L}\p{N}\n]+/gu;

/** The words of a headline without marks, each between spaces: " cau van chai thong xe "; empty where there are none. */
export function titleWordsOf(title: string): string {
  const words = withoutMarks(title).match(/[\p{L}\p{N}]+/gu);
  return words ? ` ${words.join(' ')} ` : '';
}

/** The words of an article without marks, headline first, so that "ha noi" finds "Hà Nội". */
export function searchTextOf(article: Searchable): string {
  const words = [
    article.title,
    article.sapo,
    article.tags.join('\n'),
    article.bylines.join('\n'),
    article.coverCaption,
    article.coverCredit,
    captionText(article.body),
    plainText(article.body),
  ];
  const text = words.filter((part) => part !== '').join('\n');
  return withoutMarks(text).replace(between, ' ').slice(0, longest);
}
