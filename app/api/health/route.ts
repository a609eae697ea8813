import { db } from '#lib/db.ts';

/** For load balancers: 200 when this server can read its database, 503 when it can't. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    await db().$queryRaw`SELECT 1`;
    return Response.json({ status: 'ok' }, { headers });
  } catch {
    return Response.json(
      { status: 'database unreachable' },
      { status: 503, headers: { ...headers, 'Retry-After': '5' } },
    );
  }
}
