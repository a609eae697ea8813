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
  return withoutMarks(words.filter((text) => text !== '').join('\n')).slice(0, longest);
}
