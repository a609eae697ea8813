// How a page is made without asking Next for it: each route of the readers' site offers its own function here when Next
// loads it, which is when the first page of the route is asked for.

/** What stands in an address, by the names of the route's folders. */
export type Params = Record<string, string | string[]>;

/** What of a page's HTML is its own; the rest is the same on all pages of its route. */
export interface PageParts {
  /** In its head. */
  head: string;
  /** In its body. */
  body: string;
}

type PageMaker = (params: Params) => Promise<PageParts>;
type AnswerMaker = (params: Params) => Promise<Response>;

interface Makers {
  pages: Map<string, PageMaker>;
  answers: Map<string, AnswerMaker>;
}

// Next bundles copies of this module.
const shared = globalThis as typeof globalThis & { toasoanMakers?: Makers };
shared.toasoanMakers ??= { pages: new Map(), answers: new Map() };
const makers = shared.toasoanMakers;

/**
 * Offers how the pages of a route are made.
 * @param route  as its folders spell it, e.g. "/tag/[slug]"
 */
export function offerPage(route: string, maker: PageMaker): void {
  makers.pages.set(route, maker);
}

export const pageMaker = (route: string): PageMaker | undefined => makers.pages.get(route);

/**
 * Offers what a route for machines answers: a feed, a sitemap.
 * @param route  as its folders spell it, e.g. "/rss/[...path]"
 */
export function offerAnswer(route: string, maker: AnswerMaker): void {
  makers.answers.set(route, maker);
}

export const answerMaker = (route: string): AnswerMaker | undefined => makers.answers.get(route);
