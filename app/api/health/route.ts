import { databaseAnswers } from '#lib/health/database-answers.ts';

/** For load balancers: 200 when this server can read its database, 503 when it can't. */
export async function GET(): Promise<Response> {
  const up = await databaseAnswers();
  const status = up ? 'ok' : 'database unreachable';
  const headers = { 'Cache-Control': 'no-store', ...(up ? {} : { 'Retry-After': '5' }) };
  return Response.json({ status }, { status: up ? 200 : 503, headers });
}
