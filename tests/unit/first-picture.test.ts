import { expect, test } from 'vitest';
import { withFirstPicture } from '#components/cards/first-picture.ts';
import type { ArticleCard } from '#lib/articles/types.ts';

/** Cards of which those marked have a picture. */
const cards = (marks: string) =>
  [...marks].map((mark, id) => ({ id, cover: mark === 'x' ? {} : null }) as unknown as ArticleCard);

test.each([
  ['xxx', 0],
  ['.xx', 1],
  ['..xx', 2],
  ['...x', undefined],
  ['', undefined],
])('of %s the picture at %s is fetched at once', (marks, place) => {
  expect(withFirstPicture(cards(marks))?.id).toBe(place);
});
