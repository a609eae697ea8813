import { expect, test } from 'vitest';
import { findRoute } from '#lib/server/routes.ts';

// By the list that the build has written, as the server reads it.

test.each([
  ['/', '/', {}],
  ['/thoi-su', '/[category]', { category: 'thoi-su' }],
  ['/thoi-su/trang/2', '/[category]/trang/[page]', { category: 'thoi-su', page: '2' }],
  ['/thoi-su/do-thi', '/[category]/[child]', { category: 'thoi-su', child: 'do-thi' }],
  ['/tag/do-thi', '/tag/[slug]', { slug: 'do-thi' }],
  ['/cau-moi-12.html', '/bai/[id]/[slug]', { id: '12', slug: 'cau-moi' }],
  ['/tim/W1siQSJd_-/2', '/tim/[packed]/[page]', { packed: 'W1siQSJd_-', page: '2' }],
  ['/rss/thoi-su/do-thi.xml', '/rss/[...path]', { path: ['thoi-su', 'do-thi.xml'] }],
  ['/sitemap.xml', '/sitemap.xml', {}],
])('%s is a page of %s', (address, route, params) => {
  expect(findRoute(address)).toEqual({ route, params });
});

test.each([
  '/thoi-su/',
  '//thoi-su',
  '/Thoi-su',
  '/Cau-moi-12.html',
  '/tag/%C4%91%C3%B4-th%E1%BB%8B',
  '/thoi-su?_rsc=1',
  '/tag/a.b',
  '/thoi-su;.css',
  '',
])('%j is left to Next, which knows what it may mean', (address) => {
  expect(findRoute(address)).toBeNull();
});
