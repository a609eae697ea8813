import { db } from '#lib/db.ts';
import { type ListQuery, listNamed, readNamed } from '#lib/named/list.ts';
import { suggestNamed, wordsQuery } from '#lib/named/suggest.ts';
import type { NamedDetail, NamedPage, NamedRow, Suggestion } from '#lib/named/types.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { bylineKind } from './kind.ts';

/** A page of the bylines, for the desk, each with who signs with it. @throws NotAllowed */
export async function listBylines(
  actor: Actor,
  query: ListQuery,
): Promise<Omit<NamedPage, 'rows'> & { rows: (NamedRow & { staffName: string | null })[] }> {
  demand(actor, 'byline.manage');
  const list = await listNamed(bylineKind, query);
  const signed = await db().byline.findMany({
    where: { id: { in: list.rows.map((row) => row.id) } },
    select: { id: true, staff: { select: { name: true } } },
  });
  const names = new Map(signed.map((row) => [row.id, row.staff?.name ?? null]));
  return { ...list, rows: list.rows.map((row) => ({ ...row, staffName: names.get(row.id) ?? null })) };
}

/** A byline, for the desk, or null. @throws NotAllowed */
export async function readByline(
  actor: Actor,
  id: number,
): Promise<(NamedDetail & { staffId: number | null; picture: string }) | null> {
  demand(actor, 'byline.manage');
  const byline = await readNamed(bylineKind, id);
  const links = await db().byline.findUnique({
    where: { id },
    select: { staffId: true, picture: { select: { key: true } } },
  });
  return byline && links && { ...byline, staffId: links.staffId, picture: links.picture?.key ?? '' };
}

/** Who may sign with a byline: everybody who has or had an account. @throws NotAllowed */
export async function listSigners(actor: Actor): Promise<{ id: number; name: string; email: string }[]> {
  demand(actor, 'byline.manage');
  return await db().staff.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true },
  });
}

/**
 * Bylines that may be meant by what was typed, for whoever writes; before anything is typed, the person's own.
 * @throws NotAllowed
 */
export async function suggestBylines(actor: Actor, query: string): Promise<Suggestion[]> {
  demand(actor, 'article.create');
  if (wordsQuery(query) !== null) return await suggestNamed(bylineKind, query);
  const own = await db().byline.findMany({
    where: { staffId: actor.id },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, _count: { select: { articles: true } } },
  });
  return own.map(({ id, name, _count }) => ({ id, name, uses: _count.articles }));
}
