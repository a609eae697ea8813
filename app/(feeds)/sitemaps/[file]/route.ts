import { connection } from 'next/server';
import { answerSitemap } from '#lib/sitemaps/answer.ts';

/** The news of the last 48 hours, a month's articles, the pages that gather articles. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  await connection();
  return await answerSitemap((await params).file, new Date());
}
