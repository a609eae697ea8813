// What a finished page was made of, by name. A page carries the tags of everything it shows; a change expires the
// tags of everything it touched.

/** On every page: for changes that reach all of them, such as an import. */
export const siteTag = 'site';
/** On every page that shows today's date. */
export const dayTag = 'day';
/** On every page that shows the section bar. */
export const categoriesTag = 'categories';
/** On every page, for what the paper says of itself: its name, its logo, the lines of its footer. */
export const paperTag = 'paper';
/** On every page, for the line that stands above it while something is breaking. */
export const breakingTag = 'breaking';
/** On the front page, for its choice of articles. */
export const frontTag = 'front';
/** On pages whose choice of articles may change with any publication: search, and lists filled with the newest. */
export const newestTag = 'newest';
/** On search results: there is no end of them, so they have a place of their own in the store. */
export const searchTag = 'search';

export const articleTag = (id: number): string => `article:${id}`;
export const categoryTag = (id: number): string => `category:${id}`;
export const tagTag = (id: number): string => `tag:${id}`;
export const topicTag = (id: number): string => `topic:${id}`;
export const bylineTag = (id: number): string => `byline:${id}`;
/** On an article's page, for its choice of related articles. */
export const railTag = (id: number): string => `rail:${id}`;
/** On pages with this list of "Đọc nhiều"; category 0 is the whole paper. */
export const mostReadTag = (span: string, categoryId: number): string => `most-read:${span}:${categoryId}`;
/** On every "not found": whatever is made or renamed later may be what was looked for. */
export const missingTag = 'missing';
/** On the sitemap of a month, e.g. "2026-11": of the articles first published in it. */
export const monthTag = (month: string): string => `month:${month}`;
/** On every month's sitemap, for what is no article's own change. */
export const sitemapsTag = 'sitemaps';
