// Every address of the reader's site is made here (DESIGN section 2).

export const articlePath = (slug: string, id: number): string => `/${slug}-${id}.html`;
export const categoryPath = (path: string): string => `/${path}`;
export const tagPath = (slug: string): string => `/tag/${slug}`;
export const topicPath = (slug: string): string => `/chu-de/${slug}`;
export const bylinePath = (slug: string): string => `/tac-gia/${slug}`;
/** The feed of a page: of "/" the paper's, "/rss.xml"; of "/tag/giao-thong" "/rss/tag/giao-thong.xml". */
export const feedPath = (page: string, format: 'xml' | 'json' = 'xml'): string =>
  page === '/' ? `/rss.${format}` : `/rss${page}.${format}`;
export const sitemapPath = (name: string): string => `/sitemaps/${name}.xml`;
export const mediaPath = (file: string): string => `/media/${file}`;

/** The n-th page of a list; the first is the list's own address. */
export const listPath = (base: string, page: number): string => (page <= 1 ? base : `${base}/trang/${page}`);

/** The site's origin, without a slash at the end: SITE_URL, which the server has checked. */
export function siteUrl(): string {
  return process.env['SITE_URL'] || `http://localhost:${process.env['PORT'] || 3000}`;
}

export const absolute = (path: string): string => `${siteUrl()}${path}`;

/** The page where staff see a front with pins that are not saved: the front page (no section) or a section's front. */
export function frontPreviewPath(
  categoryId: number | null,
  pins: readonly { slot: number; articleId: number }[],
): string {
  const query = new URLSearchParams(categoryId === null ? {} : { muc: String(categoryId) });
  query.set('ghim', pins.map(({ slot, articleId }) => `${slot}-${articleId}`).join('.'));
  return `/admin/xem-truoc/trang-nhat?${query}`;
}
