import { db } from '#lib/db.ts';
import { type ListQuery, listNamed, readNamed } from '#lib/named/list.ts';
import { suggestNamed, wordsQuery } from '#lib/named/suggest.ts';
import type { NamedDetail, NamedPage, NamedRow, Suggestion } from '#lib/named/types.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { topicKind } from './kind.ts';

interface Closable {
  closedAt: Date | null;
}

async function withClosing<T extends { id: number }>(rows: T[]): Promise<(T & Closable)[]> {
  const closed = await db().topic.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: { id: true, closedAt: true },
  });
  const since = new Map(closed.map((row) => [row.id, row.closedAt]));
  return rows.map((row) => ({ ...row, closedAt: since.get(row.id) ?? null }));
}

/** A page of the running stories, for the desk. @throws NotAllowed */
export async function listTopicsForDesk(
  actor: Actor,
  query: ListQuery,
): Promise<Omit<NamedPage, 'rows'> & { rows: (NamedRow & Closable)[] }> {
  demand(actor, 'topic.manage');
  const list = await listNamed(topicKind, query);
  return { ...list, rows: await withClosing(list.rows) };
}

/** A running story, for the desk, or null. @throws NotAllowed */
export async function readTopic(actor: Actor, id: number): Promise<(NamedDetail & Closable) | null> {
  demand(actor, 'topic.manage');
  const topic = await readNamed(topicKind, id);
  const [found] = topic ? await withClosing([topic]) : [];
  return found ?? null;
}

/** Running stories, closed ones too, that may be meant by what was typed, for the desk. @throws NotAllowed */
export async function findTopics(actor: Actor, query: string): Promise<Suggestion[]> {
  demand(actor, 'topic.manage');
  return await suggestNamed(topicKind, query);
}

/**
 * Open running stories that may be meant by what was typed, for whoever writes; before anything is typed, the newest.
 * @throws NotAllowed
 */
export async function listTopics(actor: Actor, query: string): Promise<Suggestion[]> {
  demand(actor, 'article.create');
  if (wordsQuery(query) !== null) return await suggestNamed(topicKind, query, Prisma.sql`closed_at IS NULL`);
  const newest = await db().topic.findMany({
    where: { closedAt: null },
    orderBy: { id: 'desc' },
    take: 12,
    select: { id: true, name: true, _count: { select: { articles: true } } },
  });
  return newest.map(({ id, name, _count }) => ({ id, name, uses: _count.articles }));
}
