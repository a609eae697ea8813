import pg from 'pg';
import { expireTags } from './store.ts';
import { siteTag } from './tags.ts';

const retryMs = 1000;

async function readTags(client: pg.Client, id: string): Promise<string[]> {
  const { rows } = await client.query<{ tags: string[] }>('SELECT tags FROM outbox WHERE id = $1', [id]);
  return rows[0]?.tags ?? [siteTag];
}

/**
 * Hears of every change that any process commits, for as long as this process lives, and expires its pages here. After a
 * lost connection nobody knows what was missed, so everything expires once; pages are made anew as they are asked for.
 */
export function listenForChanges(databaseUrl: string): void {
  let wasLost = false;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    client.on('error', () => {});
    // An attempt that fails ends too, and with that comes the next.
    client.on('end', () => {
      wasLost = true;
      setTimeout(retry, retryMs).unref();
    });
    client.on('notification', (message) => {
      readTags(client, message.payload ?? '').then(expireTags, () => expireTags([siteTag]));
    });
    await client.connect();
    await client.query('LISTEN toasoan_outbox');
    if (wasLost) expireTags([siteTag]);
    wasLost = false;
  }

  function retry(): void {
    connect().catch(() => {
      wasLost = true;
    });
  }

  retry();
}
