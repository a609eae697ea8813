import { connection } from 'next/server';
import { answerPaperFeed } from '#lib/feeds/answer.ts';

/** The paper's newest articles. */
export async function GET(): Promise<Response> {
  await connection();
  return await answerPaperFeed('json');
}
