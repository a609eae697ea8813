import { connection } from 'next/server';
import { offerAnswer, type Params } from '#lib/page-cache/makers.ts';

/**
 * A route for machines, a feed or a sitemap, for Next: made afresh each time. The same is offered to our server, which keeps
 * it and after Next has made a first answer makes the others by this function alone (lib/server/make-directly.ts).
 * @param route  as its folders spell it, e.g. "/rss/[...path]"
 */
export function machineRoute<P extends Params>(route: string, answer: (params: P) => Promise<Response>) {
  offerAnswer(route, (params) => answer(params as P));
  return async (_request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    await connection();
    return await answer(await params);
  };
}
