import pg from 'pg';
import { purge } from './purge.ts';
import { expireTags, lastChange, noteChange } from './store.ts';
import { siteTag } from './tags.ts';

const retryMs = 1000;
/** More missed changes than this, and everything expires instead. */
const mostMissed = 10_000;

function apply(tags: string[]): void {
  if (tags.length === 0) return;
  expireTags(tags);
  const purgeUrl = process.env['PURGE_URL'];
  if (purgeUrl) void purge(purgeUrl, tags);
}

/**
 * The tags of all changes since a known one. Changes are numbered before they are committed, so one with a smaller number
 * may appear after one with a larger: those of the last minute are taken again.
 */
export async function readMissed(client: Pick<pg.Client, 'query'>, known: bigint): Promise<string[]> {
  const { rows } = await client.query<{ tags: string[] }>(
    `SELECT tags FROM outbox WHERE id > $1 OR at > now() - interval '1 minute' LIMIT ${mostMissed}`,
    [String(known)],
  );
  const { rows: oldest } = await client.query<{ id: string | null }>(
    'SELECT min(id)::text AS id FROM outbox',
  );
  // What was missed may have been cleaned away meanwhile.
  const isWhole = rows.length < mostMissed && BigInt(oldest[0]?.id ?? 0) <= known + 1n;
  return isWhole ? [...new Set(rows.flatMap((row) => row.tags))] : [siteTag];
}

async function readNewest(client: pg.Client): Promise<bigint> {
  const { rows } = await client.query<{ id: string | null }>('SELECT max(id)::text AS id FROM outbox');
  return BigInt(rows[0]?.id ?? 0);
}

async function hear(client: pg.Client, payload: string): Promise<void> {
  const { rows } = await client.query<{ tags: string[] }>('SELECT tags FROM outbox WHERE id = $1', [payload]);
  apply(rows[0]?.tags ?? [siteTag]);
  noteChange(BigInt(payload));
}

/**
 * Hears of every change that any process commits, for as long as this process lives, and expires its pages here. After
 * a lost connection what was missed is read from the table.
 */
export function listenForChanges(databaseUrl: string): void {
  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    client.on('error', () => {});
    // An attempt that fails ends too, and with that comes the next.
    client.on('end', () => setTimeout(retry, retryMs).unref());
    client.on('notification', (message) => {
      hear(client, message.payload ?? '').catch(() => apply([siteTag]));
    });
    await client.connect();
    await client.query('LISTEN toasoan_outbox');
    // First LISTEN, then read: what is committed between the two is heard.
    const known = lastChange();
    if (known !== null) apply(await readMissed(client, known));
    noteChange(await readNewest(client));
  }

  function retry(): void {
    connect().catch(() => {});
  }

  retry();
}
