import { db, type Transaction } from '#lib/db.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Presence, PresenceAction } from './types.ts';

// The tabs that have an article open: rows that each tab renews by itself. All times are the database's, so that neither
// the browsers' clocks nor those of several servers matter.

/** A tab that was not heard of for so long is gone. */
const goneAfterSeconds = 30;
/** The clock of a page that nobody looks at runs once a minute: it has that much longer. */
const hiddenSeconds = 60;

/** A tab that has an article open. */
interface OpenTab {
  id: string;
  staffId: number;
  name: string;
  holding: boolean;
}

/** An article's tabs as they are now. */
export interface Around {
  tabs: OpenTab[];
  version: number;
  /** When it was read, in milliseconds. */
  at: number;
}

/** What a tab says of itself. */
export interface TabNews {
  articleId: number;
  /** Made by the tab. */
  tab: string;
  staffId: number;
  /** Whether the person may change the article at all. */
  mayWrite: boolean;
  action: PresenceAction;
  /** Whether the page is out of sight. */
  hidden: boolean;
}

/** Tells everybody who has the article open, on all servers, that something about it is new; at the commit. */
export async function tellEditors(tx: Transaction, articleId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('toasoan_editing', ${String(articleId)})`;
}

/** The tab that holds the article holds it no longer; it is told at the commit. */
export async function letGo(tx: Transaction, articleId: number): Promise<void> {
  await tx.$executeRaw`UPDATE editing_session SET holding = false WHERE article_id = ${articleId} AND holding`;
}

/** Removes the tabs that were not heard of; whoever looks on is told by the database. */
export async function removeGone(): Promise<void> {
  await db()
    .$executeRaw`DELETE FROM editing_session WHERE seen_at < now() - make_interval(secs => ${goneAfterSeconds})`;
}

/** Who has the article open now. */
export async function readAround(tx: Transaction, articleId: number): Promise<Around> {
  const [article] = await tx.$queryRaw<{ version: number; at: number }[]>`
    SELECT version, extract(epoch FROM clock_timestamp())::float8 * 1000 AS at FROM article WHERE id = ${articleId}`;
  const tabs = await tx.$queryRaw<OpenTab[]>`
    SELECT e.id::text AS id, e.staff_id AS "staffId", s.name, e.holding
    FROM editing_session e JOIN staff s ON s.id = e.staff_id
    WHERE e.article_id = ${articleId} AND e.seen_at > now() - make_interval(secs => ${goneAfterSeconds})
    ORDER BY e.opened_at, e.id`;
  return { tabs, version: article?.version ?? 0, at: article?.at ?? 0 };
}

/** What one of the tabs is to know of it. */
export function presenceOf({ tabs, version, at }: Around, own: { tab: string; staffId: number }): Presence {
  const holder = tabs.find((tab) => tab.holding);
  const people = new Map<number, Presence['others'][number]>();
  for (const { staffId, name, holding } of tabs) {
    if (staffId === own.staffId) continue;
    people.set(staffId, { staffId, name, holding: holding || people.get(staffId)?.holding === true });
  }
  return {
    holding: holder?.id === own.tab,
    holder: holder ? { staffId: holder.staffId, name: holder.name } : null,
    others: [...people.values()],
    version,
    at,
  };
}

function takesIt(holder: OpenTab | undefined, { action, staffId, mayWrite, tab }: TabNews): boolean {
  if (!mayWrite || holder?.id === tab) return false;
  if (action === 'take-over') return true;
  if (action === 'open') return !holder || holder.staffId === staffId;
  return action === 'hold' && !holder;
}

async function renew(tx: Transaction, { articleId, tab, staffId, hidden }: TabNews): Promise<void> {
  const ahead = hidden ? hiddenSeconds : 0;
  const renewed = await tx.$executeRaw`
    INSERT INTO editing_session (id, article_id, staff_id, seen_at)
    VALUES (${tab}::uuid, ${articleId}, ${staffId}, now() + make_interval(secs => ${ahead}))
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
      WHERE editing_session.article_id = excluded.article_id AND editing_session.staff_id = excluded.staff_id`;
  // A tab's name is known to nobody else; who uses another's is making it up.
  if (renewed === 0) throw new NotAllowed();
}

async function arrive(tx: Transaction, news: TabNews): Promise<Around> {
  const { articleId, tab } = news;
  // A tab that was not heard of may not stand in the way until somebody sweeps it out.
  await tx.$executeRaw`DELETE FROM editing_session
    WHERE article_id = ${articleId} AND seen_at < now() - make_interval(secs => ${goneAfterSeconds})`;
  await renew(tx, news);
  const { tabs } = await readAround(tx, articleId);
  const holder = tabs.find((each) => each.holding);
  if (takesIt(holder, news)) {
    await tx.$executeRaw`UPDATE editing_session SET holding = false WHERE article_id = ${articleId} AND holding`;
    await tx.$executeRaw`UPDATE editing_session SET holding = true WHERE id = ${tab}::uuid`;
  } else if (holder?.id === tab && !news.mayWrite) {
    await tx.$executeRaw`UPDATE editing_session SET holding = false WHERE id = ${tab}::uuid`;
  }
  return await readAround(tx, articleId);
}

/** Takes a tab's news in, and gives how things stand after it. */
export async function hearTab(news: TabNews): Promise<Presence> {
  return await db().$transaction(async (tx) => {
    // One tab at a time, or two that come at once would both find nobody there.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('editing'), ${news.articleId})`;
    if (news.action !== 'leave') return presenceOf(await arrive(tx, news), news);
    await tx.$executeRaw`DELETE FROM editing_session WHERE id = ${news.tab}::uuid AND staff_id = ${news.staffId}`;
    return presenceOf(await readAround(tx, news.articleId), news);
  });
}
