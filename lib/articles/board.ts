import { z } from 'zod';
import { db } from '#lib/db.ts';
import { can, type Subject } from '#lib/staff/permissions.ts';
import { type Actor, isLimited } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { mayApproveThis } from './approval.ts';
import { subjectOf } from './locked.ts';
import type { Board, BoardArticle, BoardGroup, BoardGroupName, StepNote } from './types.ts';

// What waits for a person: read in three queries whatever their rank, and sorted into groups by what they may do next.

/** More of one kind than this are shown by the list, which has pages. */
const shown = 25;
/** More than a newsroom has under its hands at once; beyond, a group's count is of these. */
const most = 500;

const select = {
  id: true,
  title: true,
  status: true,
  statusSince: true,
  updatedAt: true,
  goLiveAt: true,
  approvedAt: true,
  categoryId: true,
  createdById: true,
  category: { select: { name: true } },
  createdBy: { select: { name: true } },
} satisfies Prisma.ArticleSelect;
type Row = Prisma.ArticleGetPayload<{ select: typeof select }>;

function visibleTo(actor: Actor): Prisma.ArticleWhereInput {
  if (!isLimited(actor.role)) return {};
  const own = { createdById: actor.id };
  return actor.role === 'reporter' ? own : { OR: [{ categoryId: { in: [...actor.categoryIds] } }, own] };
}

async function readDrafts(actor: Actor): Promise<Row[]> {
  return await db().article.findMany({
    where: { createdById: actor.id, status: 'draft' },
    orderBy: { updatedAt: 'desc' },
    take: most,
    select,
  });
}

async function readOnTheirWay(actor: Actor): Promise<Row[]> {
  return await db().article.findMany({
    where: { status: { in: ['submitted', 'edited', 'scheduled'] }, ...visibleTo(actor) },
    orderBy: [{ statusSince: 'asc' }, { id: 'asc' }],
    take: most,
    select,
  });
}

/** Published articles with text that readers do not have, with the time of that text. */
async function readChanged(actor: Actor): Promise<Row[]> {
  if (!can(actor, 'article.update')) return [];
  const copies = await db().workingCopy.findMany({
    where: { article: { status: 'published', ...visibleTo(actor) } },
    orderBy: { savedAt: 'asc' },
    take: most,
    select: { savedAt: true, article: { select } },
  });
  return copies.map(({ savedAt, article }) => ({ ...article, statusSince: savedAt }));
}

const noteDetails = z.union([
  z.object({ reason: z.string() }).transform(({ reason }) => reason),
  z.object({ why: z.string() }).transform(({ why }) => `Không tự xuất bản được: ${why}`),
]);

/** Why articles came back: sent back by somebody, or out of the schedule. */
async function readNotes(rows: readonly Row[]): Promise<Map<number, StepNote>> {
  const waiting = rows.filter(({ status }) => status === 'draft' || status === 'edited');
  const entries = await db().auditEntry.findMany({
    where: {
      subjectType: 'article',
      subjectId: { in: waiting.map((row) => row.id) },
      action: { in: ['article.sendBack', 'article.publish_failed'] },
    },
    orderBy: { id: 'asc' },
    select: { subjectId: true, at: true, details: true, actor: { select: { name: true } } },
  });
  const since = new Map(waiting.map((row) => [row.id, row.statusSince]));
  const notes = new Map<number, StepNote>();
  for (const { subjectId, at, details, actor } of entries) {
    const reason = noteDetails.safeParse(details);
    const from = since.get(subjectId ?? 0);
    // What was said before the article went on is no longer of use.
    if (subjectId === null || !from || at < from || !reason.success) continue;
    notes.set(subjectId, { reason: reason.data, by: actor?.name ?? null, at });
  }
  return notes;
}

/** Sections in which the paper lets this person approve what they wrote, found out once each. */
function ownApprovals(actor: Actor) {
  const asked = new Map<number | null, Promise<boolean>>();
  return async (row: Row): Promise<boolean> => {
    if (row.createdById !== actor.id) return true;
    const known = asked.get(row.categoryId) ?? mayApproveThis(db(), actor, row);
    asked.set(row.categoryId, known);
    return await known;
  };
}

type MayApprove = (row: Row) => Promise<boolean>;

async function groupOfEdited(actor: Actor, row: Row, subject: Subject, mayApprove: MayApprove) {
  if (row.approvedAt) return can(actor, 'article.publish', subject) ? 'toPublish' : null;
  return can(actor, 'article.approve', subject) && (await mayApprove(row)) ? 'toApprove' : null;
}

/** Where an article on its way stands for this person; null: it waits for others. */
async function groupOf(actor: Actor, row: Row, mayApprove: MayApprove): Promise<BoardGroupName | null> {
  const subject = subjectOf(row);
  switch (row.status) {
    case 'submitted':
      return can(actor, 'article.edit', subject) ? 'toEdit' : null;
    case 'edited':
      return await groupOfEdited(actor, row, subject, mayApprove);
    case 'scheduled':
      return 'scheduled';
    default:
      return null;
  }
}

const groupNames = [
  'returned',
  'toApprove',
  'toPublish',
  'toEdit',
  'scheduled',
  'changed',
  'drafts',
  'elsewhere',
] as const satisfies readonly BoardGroupName[];

const byWait = (a: Row, b: Row) => a.statusSince.getTime() - b.statusSince.getTime();
const byHour = (a: Row, b: Row) => (a.goLiveAt?.getTime() ?? 0) - (b.goLiveAt?.getTime() ?? 0);

/** An approved article waits for publication from its approval on, or since its hour was taken back. */
function sinceApproval(row: Row): Row {
  const { approvedAt, statusSince } = row;
  return approvedAt && approvedAt > statusSince ? { ...row, statusSince: approvedAt } : row;
}

/** What waits for a person, those that have waited longest first. */
export async function readBoard(actor: Actor): Promise<Board> {
  const [drafts, onTheirWay, changed] = await Promise.all([
    readDrafts(actor),
    readOnTheirWay(actor),
    readChanged(actor),
  ]);
  const notes = await readNotes([...drafts, ...onTheirWay]);
  const groups = new Map<BoardGroupName, Row[]>(groupNames.map((name) => [name, []]));
  const put = (name: BoardGroupName, row: Row) => groups.get(name)?.push(row);
  for (const row of drafts) put(notes.has(row.id) ? 'returned' : 'drafts', row);
  const mayApprove = ownApprovals(actor);
  for (const row of onTheirWay) {
    const group = await groupOf(actor, row, mayApprove);
    if (group) put(group, group === 'toPublish' ? sinceApproval(row) : row);
    else if (row.createdById === actor.id) put('elsewhere', row);
  }
  for (const row of changed) if (can(actor, 'article.update', subjectOf(row))) put('changed', row);
  groups.get('scheduled')?.sort(byHour);
  groups.get('returned')?.sort(byWait);
  groups.get('toPublish')?.sort(byWait);

  const toArticle = (row: Row): BoardArticle => ({
    id: row.id,
    title: row.title,
    status: row.status,
    section: row.category?.name ?? null,
    author: row.createdBy?.name ?? null,
    since: row.statusSince,
    changedAt: row.updatedAt,
    goLiveAt: row.goLiveAt,
    note: notes.get(row.id) ?? null,
  });
  return groupNames
    .map((name): BoardGroup => {
      const rows = groups.get(name) ?? [];
      return { name, total: rows.length, articles: rows.slice(0, shown).map(toArticle) };
    })
    .filter((group) => group.total > 0);
}
