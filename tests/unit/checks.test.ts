import { describe, expect, test } from 'vitest';
import { checkArticle } from '#lib/articles/checks.ts';
import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';

const photo = {
  picture: '0123456789abcdef01234567',
  alt: 'Cầu',
  caption: 'Cầu lúc sáng',
  credit: 'Khánh Vy',
};
const whole: ArticleContent = {
  ...emptyContent,
  title: 'Cầu Văn Chài thông xe',
  sapo: 'Sáng nay.',
  categoryId: 1,
  tags: ['giao thông'],
  picks: [2],
  cover: photo,
  body: [
    { type: 'paragraph', line: [{ text: 'Cầu dài 1,2 km.' }] },
    { type: 'photo', ...photo },
  ],
};

const check = (changes: Partial<ArticleContent> = {}, context = {}) =>
  checkArticle({ ...whole, ...changes }, { captionRequired: false, headlinesToday: [], ...context });
const fields = (findings: { field: string }[]) => findings.map((finding) => finding.field);

test('a whole article has nothing to find', () => {
  expect(check()).toEqual({ stops: [], warnings: [] });
});

describe('stops', () => {
  test.each([
    ['without a headline', { title: '' }, ['title']],
    ['without a sapo', { sapo: '' }, ['sapo']],
    ['without a section', { categoryId: null }, ['categoryId']],
    ['without a body', { body: [] }, ['body']],
    ['whose cover has no alt text', { cover: { ...photo, alt: '' } }, ['cover']],
    ['whose cover has no credit', { cover: { ...photo, credit: '' } }, ['cover']],
    ['whose photo has no alt text', { body: [{ type: 'photo' as const, ...photo, alt: '' }] }, ['body.0']],
    ['whose photo has no credit', { body: [{ type: 'photo' as const, ...photo, credit: '' }] }, ['body.0']],
  ])('an article %s', (_, changes, expected) => {
    expect(fields(check(changes).stops)).toEqual(expected);
  });

  test('leads to the block with the photo, and says which photo it is', () => {
    const body: ArticleContent['body'] = [...whole.body, { type: 'photo', ...photo, alt: '' }];
    expect(check({ body }).stops).toEqual([
      { field: 'body.2', message: 'Ảnh 2 trong bài chưa có mô tả cho người không nhìn thấy ảnh.' },
    ]);
  });

  test('an empty caption, only where the paper demands one', () => {
    const cover = { ...photo, caption: '' };
    expect(check({ cover }).stops).toEqual([]);
    expect(fields(check({ cover }, { captionRequired: true }).stops)).toEqual(['cover']);
  });

  test('a headline that was used today, whatever its capitals', () => {
    const headlinesToday = ['CẦU VĂN CHÀI THÔNG XE'];
    expect(fields(check({}, { headlinesToday }).stops)).toEqual(['title']);
    expect(check({ title: 'Cầu Văn Chài thông xe sớm' }, { headlinesToday }).stops).toEqual([]);
  });

  test('all that is wrong at once', () => {
    expect(fields(check(emptyContent).stops)).toEqual(['title', 'sapo', 'categoryId', 'body']);
  });
});

describe('warns', () => {
  test('of a headline over 110 characters', () => {
    expect(check({ title: 'ế'.repeat(110) }).warnings).toEqual([]);
    expect(fields(check({ title: 'ế'.repeat(111) }).warnings)).toEqual(['title']);
  });

  test('of no tags and of no picks', () => {
    expect(fields(check({ tags: [], picks: [] }).warnings)).toEqual(['tags', 'picks']);
  });
});
