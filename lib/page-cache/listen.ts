import pg from 'pg';
import { expireTags } from './store.ts';
import { siteTag } from './tags.ts';

const retryMs = 1000;

/** The tags of these rows of the outbox; of all pages where a row is not there any more. */
async function readTags(client: pg.Client, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ tags: string[] }>(
    'SELECT tags FROM outbox WHERE id = ANY($1::bigint[])',
    [ids],
  );
  return rows.length === ids.length ? rows.flatMap((row) => row.tags) : [siteTag];
}

/**
 * Hears through one connection until it is lost. Nobody knows what was committed while there was none (before the first
 * as well as between two), so everything expires as soon as it hears; pages are made anew as they are asked for.
 * @param onLost  called once
 */
async function hear(databaseUrl: string, checkEveryMs: number, onLost: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'toasoan pages',
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
    keepAlive: true,
  });
  let isLost = false;
  let check: NodeJS.Timeout | undefined;
  const lose = () => {
    if (isLost) return;
    isLost = true;
    clearInterval(check);
    client.end().catch(() => {});
    onLost();
  };
  client.on('error', lose).on('end', lose);

  let heard: string[] = [];
  let asking: Promise<void> = Promise.resolve();
  // One question after another; several notices that came meanwhile are one.
  const ask = (question: () => Promise<void>) => {
    asking = asking.then(question).catch(lose);
  };
  client.on('notification', ({ payload = '0' }) => {
    heard.push(payload);
    ask(async () => {
      const ids = heard;
      heard = [];
      if (ids.length > 0) expireTags(await readTags(client, ids));
    });
  });
  try {
    await client.connect();
    await client.query('LISTEN toasoan_outbox');
  } catch {
    lose();
    return;
  }
  expireTags([siteTag]);
  // A connection that a router forgot, or whose other end vanished, says nothing and looks like silence.
  check = setInterval(() => ask(async () => void (await client.query('SELECT 1'))), checkEveryMs).unref();
}

/**
 * Hears of every change that any process commits, for as long as this process lives, and expires its pages here.
 * @param checkEveryMs  how often the connection is asked whether it is still one
 */
export function listenForChanges(databaseUrl: string, checkEveryMs = 10_000): void {
  const again = () => {
    setTimeout(() => void hear(databaseUrl, checkEveryMs, again), retryMs).unref();
  };
  void hear(databaseUrl, checkEveryMs, again);
}
