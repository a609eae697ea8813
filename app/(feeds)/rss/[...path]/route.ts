import { connection } from 'next/server';
import { answerFeed } from '#lib/feeds/answer.ts';

/** The newest articles of a section, a tag, a running story or an author. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  await connection();
  return await answerFeed((await params).path);
}
