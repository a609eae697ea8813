import type { ReactNode } from 'react';
import { PageHead, type PageHeadProps } from '#components/data/page-head.tsx';
import { toHtml } from '#components/site/html-once.tsx';
import { isBuilding } from '#lib/page-cache/building.ts';
import { offerPage, type Params } from '#lib/page-cache/makers.ts';

/** A reader's page, as its route makes it. */
export interface MadePage {
  head: PageHeadProps;
  body: ReactNode;
}

/**
 * A route's page for Next. The same is offered to our server, which after Next has made a first page of the route makes the
 * others by this function alone (lib/server/make-directly.ts).
 * @param route  as its folders spell it, e.g. "/tag/[slug]"
 * @param make  the page for what stands in the address; whatever it awaits is awaited here, so that no element of the page
 *   has to wait
 */
export function readerRoute<P extends Params>(route: string, make: (params: P) => Promise<MadePage>) {
  offerPage(route, async (params) => {
    const { head, body } = await make(params as P);
    return { head: toHtml(<PageHead {...head} />), body: toHtml(body) };
  });
  return async ({ params }: { params: Promise<P> }) => {
    if (isBuilding()) return null;
    const { head, body } = await make(await params);
    return (
      <>
        <PageHead {...head} />
        {body}
      </>
    );
  };
}
