import { setTimeout as sleep } from 'node:timers/promises';

const attempts = 4;

/**
 * Tells a CDN or a proxy in front of the site to drop the pages that carry these tags: a POST to `purgeUrl`, the tags in
 * the headers that Fastly and Varnish (Surrogate-Key) and Cloudflare (Cache-Tag) know, and in a JSON body for all else.
 * Tried again for some seconds; what a CDN keeps without having heard is stale for no longer than s-maxage.
 */
export async function purge(purgeUrl: string, tags: readonly string[]): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      const answer = await fetch(purgeUrl, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Surrogate-Key': tags.join(' '),
          'Cache-Tag': tags.join(','),
        },
        body: JSON.stringify({ tags }),
        signal: AbortSignal.timeout(5000),
      });
      if (answer.ok) return;
      throw new Error(`status ${answer.status}`);
    } catch (error) {
      if (attempt === attempts) {
        const why = error instanceof Error ? error.message : String(error);
        console.error(`PURGE_URL could not be told of ${tags.join(' ')}: ${why}`);
      }
    }
    await sleep(500 * 2 ** attempt);
  }
}
