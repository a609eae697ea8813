import { afterEach, expect, test, vi } from 'vitest';
import { putBack, setAside, withAside } from '#lib/site/set-aside.ts';

// A page's HTML goes round the framework: a mark stands for it until the page is kept.

const article = '<h1>Cầu Văn Chài</h1><p>giá $& và $1 [[không phải dấu]]</p>';

afterEach(() => void vi.useRealTimers());

test('what was set aside stands in its place again, byte for byte', async () => {
  const { result, isMissing } = await withAside(async () => {
    const mark = setAside(article);
    expect(mark).not.toContain('Cầu');
    return putBack(`<body><div>${mark}</div><div>${setAside('<footer></footer>')}</div></body>`);
  });
  expect(result).toBe(`<body><div>${article}</div><div><footer></footer></div></body>`);
  expect(isMissing).toBe(false);
});

test('where nobody puts it back, the HTML itself goes on', () => {
  expect(setAside(article)).toBe(article);
});

test('pages made at the same time keep their own', async () => {
  const make = (html: string, ms: number) =>
    withAside(async () => {
      const page = `<p>${setAside(html)}</p>`;
      await new Promise((done) => setTimeout(done, ms));
      return putBack(page);
    });
  const made = await Promise.all([make('một', 20), make('hai', 5), make('ba', 10)]);
  expect(made.map(({ result }) => result)).toEqual(['<p>một</p>', '<p>hai</p>', '<p>ba</p>']);
});

test('what somebody else keeps, out of sight of who asked, is whole too', async () => {
  let page = '';
  await withAside(async () => {
    page = setAside(article);
  });
  expect(putBack(page)).toBe(article);
});

test('that something was never put back is told', async () => {
  expect((await withAside(async () => setAside(article))).isMissing).toBe(true);
  expect((await withAside(async () => 'nothing set aside')).isMissing).toBe(false);
});

test('text that looks like a mark is text', () => {
  const text = '<p>[[0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9]]</p>';
  expect(putBack(text)).toBe(text);
});

test('what a failed making left is forgotten', async () => {
  vi.useFakeTimers();
  const { result: mark } = await withAside(async () => setAside(article));
  vi.advanceTimersByTime(61_000);
  await withAside(async () => putBack(setAside('another')));
  expect(putBack(mark)).toBe(mark);
});
