import { absolute, siteUrl } from '#lib/site/urls.ts';

// IndexNow (https://www.indexnow.org/documentation): search engines are told which addresses to look at again.

const usualEngine = 'https://api.indexnow.org/indexnow';
/** In one message, by the protocol. */
const mostAddresses = 10_000;

/** Refused for good: the key or the addresses are wrong, and would be the next time. */
const isLasting = (status: number): boolean => status === 400 || status === 403 || status === 422;

async function send(urlList: string[], key: string, engine: string): Promise<void> {
  const answer = await fetch(engine, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(siteUrl()).host,
      key,
      keyLocation: absolute(`/${key}.txt`),
      urlList,
    }),
    signal: AbortSignal.timeout(10_000),
  });
  if (answer.ok) return;
  const message = `IndexNow answered ${answer.status} to ${urlList.length} addresses`;
  if (!isLasting(answer.status)) throw new Error(message);
  console.error(`${message}: INDEXNOW_KEY or SITE_URL is not what the search engines know.`);
}

/**
 * Tells of all that was published and withdrawn since the last time, each address once.
 * @throws where the engine can't be reached or asks to come later: the jobs are tried again
 */
export async function indexNowJob(jobs: readonly { paths: readonly string[] }[]): Promise<void> {
  const key = process.env['INDEXNOW_KEY'];
  if (!key) return;
  const engine = process.env['INDEXNOW_URL'] || usualEngine;
  const urls = [...new Set(jobs.flatMap(({ paths }) => paths))].map(absolute);
  for (let from = 0; from < urls.length; from += mostAddresses) {
    await send(urls.slice(from, from + mostAddresses), key, engine);
  }
}
