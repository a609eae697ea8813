import { longestBeacon, readBeacon } from '#lib/most-read/beacon.ts';
import { isRobot } from '#lib/most-read/robots.ts';
import { countRead } from '#lib/most-read/tally.ts';
import { addressOf } from '#lib/staff/address.ts';

/** Whether the browser says that a page of ours sends this; old ones say nothing. */
function isOwnPage(headers: Headers): boolean {
  return (headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin';
}

/** A page of ours says that it was read. Whatever comes, the answer is the same: nobody learns what counts. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  const agent = headers.get('user-agent');
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (length <= longestBeacon && isOwnPage(headers) && !isRobot(agent)) {
    const article = readBeacon(await request.text());
    if (article !== null) countRead(article, { address: addressOf(headers), agent: agent ?? '' }, Date.now());
  }
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}
