import pg from 'pg';
import { db } from '#lib/db.ts';
import { type Around, readAround, removeGone } from './sessions.ts';

// One connection of this process hears what happens to any article that somebody has open, on whichever server, and
// passes it on to all who look on. Streams hold no connection of their own.

type Look = (around: Around) => void;

interface Hub {
  watchers: Map<number, Set<Look>>;
  /** Ends a stream, as the server goes down. */
  endings: Set<() => void>;
  client: pg.Client | null;
  sweeping: NodeJS.Timeout | null;
}

const channel = 'toasoan_editing';
const retryMs = 1000;
const sweepMs = 10_000;

// Next's bundled routes and the server's own modules are loaded apart; the hub is one all the same.
const shared = globalThis as typeof globalThis & { toasoanPresence?: Hub };

function hub(): Hub {
  shared.toasoanPresence ??= { watchers: new Map(), endings: new Set(), client: null, sweeping: null };
  return shared.toasoanPresence;
}

async function tell(articleId: number): Promise<void> {
  const watchers = hub().watchers.get(articleId);
  if (!watchers) return;
  try {
    const around = await readAround(db(), articleId);
    for (const look of watchers) look(around);
  } catch {
    // Without the database there is no news; once it is back, everybody is told anew.
  }
}

async function tellAll(): Promise<void> {
  await Promise.all([...hub().watchers.keys()].map(tell));
}

async function listen(): Promise<void> {
  const client = new pg.Client({
    connectionString: process.env['DATABASE_URL'] ?? '',
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  });
  hub().client = client;
  client.on('error', () => {});
  // An attempt that fails ends too, and with that comes the next.
  client.on('end', () => {
    if (hub().client !== client) return;
    hub().client = null;
    setTimeout(listenWhileNeeded, retryMs).unref();
  });
  client.on('notification', ({ payload }) => void tell(Number(payload)));
  await client.connect();
  await client.query(`LISTEN ${channel}`);
  // What happened before it listened is known to nobody.
  await tellAll();
}

function listenWhileNeeded(): void {
  const { client, watchers } = hub();
  if (client || watchers.size === 0) return;
  listen().catch(() => {
    // The end of the client calls for the next attempt.
  });
}

function stopListening(): void {
  const { client, sweeping } = hub();
  if (sweeping) clearInterval(sweeping);
  Object.assign(hub(), { client: null, sweeping: null });
  client?.end().catch(() => {});
}

function sweep(): void {
  removeGone().catch(() => {
    // Tried again at the next turn.
  });
}

/**
 * Looks on who has an article open: `look` is called at each change. Ends by calling what comes back; `end` is called where
 * the server ends it.
 */
export function watch(articleId: number, look: Look, end: () => void): () => void {
  const { watchers, endings } = hub();
  const looks = watchers.get(articleId) ?? new Set();
  watchers.set(articleId, looks.add(look));
  endings.add(end);
  hub().sweeping ??= setInterval(sweep, sweepMs).unref();
  listenWhileNeeded();
  return () => {
    endings.delete(end);
    looks.delete(look);
    if (looks.size === 0 && watchers.get(articleId) === looks) watchers.delete(articleId);
    if (watchers.size === 0) stopListening();
  };
}

/** Ends all streams, so that the server can go down at once; the tabs come back to the one that follows. */
export function endWatching(): void {
  for (const end of [...hub().endings]) end();
}
