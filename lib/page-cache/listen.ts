import pg from 'pg';
import { expireTags } from './store.ts';
import { siteTag } from './tags.ts';

const retryMs = 1000;

async function readTags(client: pg.Client, id: string): Promise<string[]> {
  const { rows } = await client.query<{ tags: string[] }>('SELECT tags FROM outbox WHERE id = $1', [id]);
  return rows[0]?.tags ?? [siteTag];
}

/**
 * Hears of every change that any process commits, and expires its pages here. After a lost connection nobody knows
 * what was missed, so everything expires once; pages are made anew as they are asked for.
 * @returns stops listening
 */
export function listenForChanges(databaseUrl: string): () => Promise<void> {
  let client: pg.Client | null = null;
  let stopped = false;
  let wasLost = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    next.on('error', () => {});
    next.on('end', () => {
      client = null;
      wasLost = true;
      if (!stopped) setTimeout(retry, retryMs).unref();
    });
    next.on('notification', (message) => {
      readTags(next, message.payload ?? '').then(expireTags, () => expireTags([siteTag]));
    });
    await next.connect();
    await next.query('LISTEN toasoan_outbox');
    client = next;
    if (wasLost) expireTags([siteTag]);
    wasLost = false;
  }

  // A failed attempt ends its connection, and with that event comes the next attempt.
  function retry(): void {
    connect().catch(() => {
      wasLost = true;
    });
  }

  retry();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
