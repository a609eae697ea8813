import { expect, test } from 'vitest';
import { readerHtml } from '#lib/page-cache/reader-html.ts';

test('the framework’s scripts, their hints and its marks are left out', () => {
  const page = readerHtml(
    '<!DOCTYPE html><html lang="vi"><head><link rel="preload" as="script" href="/_next/a.js"/>' +
      '<meta name="next-size-adjust" content=""/>' +
      '<script src="/_next/a.js" async=""></script><script src="/reader.js?v=1"></script></head>' +
      '<body><!--$--><p>Ổ lửa<!-- --> &amp; tro</p><!--/$--><script>self.__next_f.push("</p><p>không")</script></body></html>',
  );
  expect(page).toBe(
    '<!DOCTYPE html><html lang="vi"><head><script src="/reader.js?v=1"></script></head>' +
      '<body><p>Ổ lửa &amp; tro</p></body></html>',
  );
});

test('what crawlers and browsers read stays, and the script of what the reader chose', () => {
  const kept =
    '<script id="choices">try {} catch (_) {}</script><script type="application/ld+json">{"headline":"a < b"}</script><script type="speculationrules">{}</script>' +
    '<link rel="stylesheet" href="/_next/a.css"/><link rel="preload" as="font" href="/_next/a.woff2"/>';
  expect(readerHtml(kept)).toBe(kept);
});

test('the style sheet is asked for before the typefaces', () => {
  const sheet = '<link rel="stylesheet" href="/_next/a.css"/>';
  const faces =
    '<link rel="preload" as="font" href="/_next/a.woff2"/><link rel="preload" as="font" href="/_next/b.woff2"/>';
  expect(readerHtml(`<meta charSet="utf-8"/>${faces}${sheet}<title>Ổ lửa</title>`)).toBe(
    `<meta charSet="utf-8"/>${sheet}${faces}<title>Ổ lửa</title>`,
  );
});

test('text that looks like a script is text', () => {
  const kept =
    '<p title="x > y">&lt;script src="/_next/x.js"&gt;&lt;/script></p><textarea><b></textarea><style>a > b {}</style>';
  expect(readerHtml(kept)).toBe(kept);
});

test('a whole page of words comes out as it went in', () => {
  const kept = `<main>${'<p>Một đoạn “trích dẫn” với 1 &lt; 2 và <em>nghiêng</em>…</p>\n'.repeat(5000)}</main>`;
  expect(readerHtml(kept)).toBe(kept);
});
