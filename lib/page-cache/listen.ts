import pg from 'pg';
import { purge } from './purge.ts';
import { expireTags, isOwnChange, lastChange, noteChange } from './store.ts';
import { siteTag } from './tags.ts';

const retryMs = 1000;
/** More missed changes than this, and everything expires instead. */
const mostMissed = 10_000;

type Client = Pick<pg.Client, 'query'>;

function tellPurge(tags: readonly string[]): void {
  const purgeUrl = process.env['PURGE_URL'];
  if (purgeUrl && tags.length > 0) void purge(purgeUrl, tags);
}

function apply(tags: readonly string[]): void {
  expireTags(tags);
  tellPurge(tags);
}

async function applyRows(client: Client, ids: readonly string[], own: ReadonlySet<string>): Promise<void> {
  const { rows } = await client.query<{ id: string; tags: string[] }>(
    'SELECT id::text AS id, tags FROM outbox WHERE id = ANY($1::bigint[])',
    [ids],
  );
  if (rows.length < ids.length) return apply([siteTag]);
  expireTags([...new Set(rows.filter(({ id }) => !own.has(id)).flatMap(({ tags }) => tags))]);
  tellPurge([...new Set(rows.flatMap(({ tags }) => tags))]);
}

/**
 * Expires what these rows of the outbox name; all pages where a row is not there any more. What this process changed it
 * has expired already; to do it again would only have the pages made twice.
 */
async function applyChanges(client: Client, ids: readonly string[]): Promise<void> {
  const own = new Set(ids.filter(isOwnChange));
  const asked = process.env['PURGE_URL'] ? ids : ids.filter((id) => !own.has(id));
  if (asked.length > 0) await applyRows(client, asked, own);
  for (const id of ids) noteChange(BigInt(id));
}

/**
 * The tags of all changes since a known one. Changes are numbered before they are committed, so one with a smaller number
 * may appear after one with a larger: those of the last minute are taken again.
 */
export async function readMissed(client: Client, known: bigint): Promise<string[]> {
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

/** First LISTEN, then this: what is committed between the two is heard. Before the first nobody knows what was missed. */
async function catchUp(client: Client): Promise<void> {
  const known = lastChange();
  const { rows } = await client.query<{ id: string | null }>('SELECT max(id)::text AS id FROM outbox');
  apply(known === null ? [siteTag] : await readMissed(client, known));
  noteChange(BigInt(rows[0]?.id ?? 0));
}

/**
 * Hears through one connection until it is lost.
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
      if (ids.length > 0) await applyChanges(client, ids);
    });
  });
  try {
    await client.connect();
    await client.query('LISTEN toasoan_outbox');
  } catch {
    lose();
    return;
  }
  ask(() => catchUp(client));
  // A connection that a router forgot, or whose other end vanished, says nothing and looks like silence.
  check = setInterval(() => ask(async () => void (await client.query('SELECT 1'))), checkEveryMs).unref();
}

/**
 * Hears of every change that any process commits, for as long as this process lives, and expires its pages here. What
 * was committed while no connection stood is read from the table as soon as one does.
 * @param checkEveryMs  how often the connection is asked whether it is still one
 */
export function listenForChanges(databaseUrl: string, checkEveryMs = 10_000): void {
  const again = () => {
    setTimeout(() => void hear(databaseUrl, checkEveryMs, again), retryMs).unref();
  };
  void hear(databaseUrl, checkEveryMs, again);
}
