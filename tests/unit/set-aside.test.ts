import { expect, test } from 'vitest';
import { setAside, withAside } from '#lib/site/set-aside.ts';

// A page's HTML goes round the framework: a mark stands for it until the page is whole.

const article = '<h1>Cầu Văn Chài</h1><p>giá $& và $1 [[không phải dấu]]</p>';

test('what was set aside stands in its place again, byte for byte', async () => {
  const { result, putBack } = await withAside(async () => {
    const mark = setAside(article);
    expect(mark).not.toContain('Cầu');
    return `<body><div>${mark}</div><div>${setAside('<footer></footer>')}</div></body>`;
  });
  expect(putBack(result)).toBe(`<body><div>${article}</div><div><footer></footer></div></body>`);
});

test('where nobody puts it back, the HTML itself goes on', () => {
  expect(setAside(article)).toBe(article);
});

test('pages made at the same time keep their own', async () => {
  const make = (html: string, ms: number) =>
    withAside(async () => {
      const page = `<p>${setAside(html)}</p>`;
      await new Promise((done) => setTimeout(done, ms));
      return page;
    });
  const made = await Promise.all([make('một', 20), make('hai', 5), make('ba', 10)]);
  expect(made.map(({ result, putBack }) => putBack(result))).toEqual([
    '<p>một</p>',
    '<p>hai</p>',
    '<p>ba</p>',
  ]);
  expect(made[0]?.putBack(made[1]?.result ?? '')).toBe(made[1]?.result);
});

test('text that looks like a mark is text', async () => {
  const text = '<p>[[0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9]]</p>';
  const { putBack } = await withAside(async () => setAside(article));
  expect(putBack(text)).toBe(text);
});
