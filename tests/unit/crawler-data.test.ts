import { describe, expect, test } from 'vitest';
import { newsArticle } from '#components/data/article-schema.ts';
import { collectionPage } from '#components/data/list-schema.ts';
import { breadcrumb, organization, website } from '#components/data/schema.ts';
import { shareImagePath } from '#lib/articles/share-image-path.ts';
import type { ArticlePage } from '#lib/articles/types.ts';
import { cropName, cropSize } from '#lib/media/types.ts';
import { paperView } from '#lib/settings/paper-view.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';
import { htmlText } from '#lib/site/html.ts';
import { scriptJson } from '#lib/site/script-json.ts';
import { xmlText } from '#lib/site/xml.ts';

process.env['SITE_URL'] = 'https://baomochai.example';

const policies = {
  ...samplePaper.policies,
  ethics: '/dao-duc',
  corrections: 'https://bao.example/dinh-chinh',
};
const paper = paperView({ ...samplePaper, policies }, null);
const cover = {
  key: 'a'.repeat(24),
  width: 1920,
  height: 1280,
  renditions: [320, 640, 1280, 1920],
  dominantColor: '#000000',
  focalX: 0.5,
  focalY: 0.25,
  alt: 'Cầu',
  caption: 'Cầu Vạn Chài',
  credit: 'Minh Vũ',
};
const section = { name: 'Thời sự', href: '/thoi-su' };
const article: ArticlePage = {
  id: 1,
  href: '/cau-1.html',
  title: 'Cầu </script><!-- thông xe\u2028\u0000',
  sapo: 'Sáng nay.',
  agency: 'NBMH',
  section,
  sections: [section],
  categoryId: 1,
  publishedAt: new Date('2026-11-22T05:30:00+07:00'),
  updatedAt: null,
  cover,
  body: [],
  pictures: {},
  boxed: {},
  topic: { id: 1, name: 'Cầu Vạn Chài', href: '/chu-de/cau-van-chai' },
  tags: [{ id: 1, name: 'giao thông', href: '/tag/giao-thong' }],
  bylines: [{ name: 'Lê Thu Hạnh', href: '/tac-gia/le-thu-hanh' }],
  picks: [],
};
const said = (changes: Partial<ArticlePage> = {}) =>
  newsArticle({ ...article, ...changes }, paper, shareImagePath(article));

test('an article has every property that Google names, whole addresses and dates with their offset', () => {
  expect(said()).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: '2026-11-22T05:30:00+07:00',
    dateModified: '2026-11-22T05:30:00+07:00',
    author: [
      { '@type': 'Person', name: 'Lê Thu Hạnh', url: 'https://baomochai.example/tac-gia/le-thu-hanh' },
    ],
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: samplePaper.name,
      url: 'https://baomochai.example/',
      logo: { '@type': 'ImageObject', url: expect.stringMatching(/^https:/) },
    },
    articleSection: ['Thời sự'],
    keywords: ['giao thông'],
    isPartOf: { name: 'Cầu Vạn Chài', url: 'https://baomochai.example/chu-de/cau-van-chai' },
    mainEntityOfPage: { '@id': 'https://baomochai.example/cau-1.html' },
  });
  expect(said({ updatedAt: new Date('2026-11-22T08:00:00+07:00') })['dateModified']).toBe(
    '2026-11-22T08:00:00+07:00',
  );
});

test('its picture comes in three shapes, 1,200 pixels wide where the original allows', () => {
  const base = `https://baomochai.example/media/${cover.key}`;
  expect(said()['image']).toMatchObject([
    { url: `${base}-16x9-50-25.jpg`, width: 1200, height: 675 },
    { url: `${base}-4x3-50-25.jpg`, width: 1200, height: 900 },
    { url: `${base}-1x1-50-25.jpg`, width: 1200, height: 1200 },
  ]);
  const small = { ...cover, width: 900, height: 600 };
  expect(cropSize(small, '1x1')).toEqual({ width: 600, height: 600 });
  expect(cropSize(small, '16x9')).toEqual({ width: 900, height: 506 });
  expect(cropName({ ...small, focalX: 1 }, '4x3')).toMatch(/-4x3-100-25\.jpg$/);
});

test('without a picture, a writer, a tag or a story nothing is made up', () => {
  const bare = said({ cover: null, bylines: [], tags: [], topic: null });
  expect(bare['image']).toEqual([expect.stringMatching(/\/media\/bai-1-[0-9a-f]{12}\.png$/)]);
  expect(bare['author']).toEqual([{ '@type': 'Organization', name: 'NBMH' }]);
  expect(bare).not.toHaveProperty('keywords');
  expect(bare).not.toHaveProperty('isPartOf');
  expect(said({ bylines: [], agency: null })['author']).toMatchObject([{ name: samplePaper.name }]);
});

test('the drawn headline has another address with another headline or section', () => {
  const base = shareImagePath(article);
  expect(shareImagePath({ ...article, title: 'Khác' })).not.toBe(base);
  expect(shareImagePath({ ...article, section: { name: 'Khác' } })).not.toBe(base);
  expect(shareImagePath({ ...article })).toBe(base);
});

test('the paper says its policies, the site its search, a page its place', () => {
  expect(organization(paper)).toMatchObject({
    '@type': 'NewsMediaOrganization',
    ethicsPolicy: 'https://baomochai.example/dao-duc',
    correctionsPolicy: 'https://bao.example/dinh-chinh',
  });
  expect(organization(paper)).not.toHaveProperty('masthead');
  expect(website(paper)).toMatchObject({
    '@type': 'WebSite',
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://baomochai.example/tim-kiem?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
  expect(breadcrumb([section])['itemListElement']).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Trang nhất', item: 'https://baomochai.example/' },
    { '@type': 'ListItem', position: 2, name: 'Thời sự', item: 'https://baomochai.example/thoi-su' },
  ]);
});

test('a list names its articles in their order; an author’s page whose they are', () => {
  const list = { cards: [article], page: 1, hasMore: false };
  const page = { name: 'Lê Thu Hạnh', description: '', href: '/tac-gia/le-thu-hanh', list };
  expect(collectionPage(page)).toMatchObject({
    '@type': 'CollectionPage',
    mainEntity: { itemListElement: [{ position: 1, url: 'https://baomochai.example/cau-1.html' }] },
  });
  expect(collectionPage({ ...page, author: true })).toMatchObject({
    '@type': ['CollectionPage', 'ProfilePage'],
    mainEntity: { '@type': 'Person', name: 'Lê Thu Hạnh' },
  });
});

describe('whatever stands in a text', () => {
  test('data in a page stays within its element and comes back as it was', () => {
    const json = scriptJson(said());
    expect(json).not.toMatch(/[<\u2028\u2029\0]/);
    expect(JSON.parse(json).headline).toBe(article.title);
  });

  test('XML and HTML get what they can hold', () => {
    expect(xmlText('a\u0000b\u0008c\uD800d\uFFFEe\u000Bf')).toBe('abcdef');
    expect(xmlText('🎉 "x" & \'y\' ]]> \u202E')).toBe('🎉 &quot;x&quot; &amp; &apos;y&apos; ]]&gt; \u202E');
    expect(htmlText("<b onclick='x'>")).toBe('&lt;b onclick=&#39;x&#39;&gt;');
  });
});
