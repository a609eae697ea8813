import { suggestPhrases } from '#lib/search/suggest-phrases.ts';

/** What a browser or CDN may keep: the vocabulary changes slowly. */
const cacheControl = 'public, max-age=300, s-maxage=300, stale-while-revalidate=3600';

/** Suggestions while a reader types a query: a list of at most eight. Any text may be asked for. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  const phrases = await suggestPhrases(typed.toWellFormed());
  return Response.json(phrases, { headers: { 'Cache-Control': cacheControl } });
}
