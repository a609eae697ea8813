import { connection } from 'next/server';
import { answerSitemapIndex } from '#lib/sitemaps/answer.ts';

/** All sitemaps of the site. */
export async function GET(): Promise<Response> {
  await connection();
  return await answerSitemapIndex(new Date());
}
