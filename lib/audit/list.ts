import { z } from 'zod';
import { db } from '#lib/db.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { deedNames, subjectTypes } from './deed-names.ts';
import { detailLines } from './details.ts';
import { subjectNames, subjectPages } from './subject-names.ts';
import type { LogChoice, LoggedDeed } from './types.ts';

const perPage = 50;
const largestId = 2_147_483_647;
const number = (most: number) => z.coerce.number().int().min(1).max(most).optional().catch(undefined);
const code = z
  .string()
  .regex(/^[a-z_.]{1,60}$/)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** The log's filters, as its page's address has them; what makes no sense there counts as not given. */
export const logFilter = z.object({
  /** Who did it. */
  nguoi: number(largestId),
  /** What was done: a code of deedNames. */
  viec: code,
  /** What it was done to: the kind, and the number. */
  loai: code,
  so: number(largestId),
  /** Days in Viet Nam, both of them included. */
  tu: day,
  den: day,
  trang: number(10_000),
});
export type LogFilter = z.infer<typeof logFilter>;

const dayMs = 24 * 60 * 60 * 1000;
const midnight = (text: string) => new Date(`${text}T00:00:00+07:00`);

function where({ nguoi, viec, loai, so, tu, den }: LogFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(nguoi ? { actorId: nguoi } : {}),
    ...(viec ? { action: viec } : {}),
    ...(loai ? { subjectType: loai } : {}),
    ...(so ? { subjectId: so } : {}),
    at: {
      ...(tu ? { gte: midnight(tu) } : {}),
      ...(den ? { lt: new Date(midnight(den).getTime() + dayMs) } : {}),
    },
  };
}

/**
 * A page of the log, the newest first.
 * @returns up to fifty deeds, and whether there are older ones
 */
export async function listDeeds(
  actor: Actor,
  filter: LogFilter,
): Promise<{ deeds: LoggedDeed[]; hasMore: boolean }> {
  demand(actor, 'audit.read');
  const rows = await db().auditEntry.findMany({
    where: where(filter),
    orderBy: { id: 'desc' },
    skip: ((filter.trang ?? 1) - 1) * perPage,
    take: perPage + 1,
    include: { actor: { select: { id: true, name: true } } },
  });
  const shown = rows.slice(0, perPage);
  const names = await subjectNames(shown);
  const subjectOf = ({ subjectType, subjectId }: (typeof shown)[number]) => {
    const type = subjectTypes[subjectType] ?? subjectType;
    if (subjectId === null) return { type, name: '', href: null };
    const name = names.get(`${subjectType}:${subjectId}`);
    const page = subjectPages[subjectType];
    return { type, name: name ?? `số ${subjectId}`, href: name && page ? `${page}/${subjectId}` : null };
  };
  const deeds = shown.map((row) => ({
    id: String(row.id),
    at: row.at,
    person: row.actor,
    deed: deedNames[row.action] ?? row.action,
    subject: subjectOf(row),
    details: detailLines(row.details),
  }));
  return { deeds, hasMore: rows.length > perPage };
}

const choices = (names: Readonly<Record<string, string>>): LogChoice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What the log can be filtered by. */
export async function listLogChoices(
  actor: Actor,
): Promise<{ people: LogChoice[]; deeds: LogChoice[]; subjects: LogChoice[] }> {
  demand(actor, 'audit.read');
  const staff = await db().staff.findMany({ select: { id: true, name: true } });
  const people = staff.map(({ id, name }) => ({ value: String(id), label: name }));
  const { compare } = new Intl.Collator('vi');
  return {
    people: people.sort((a, b) => compare(a.label, b.label)),
    deeds: choices(deedNames),
    subjects: choices(subjectTypes),
  };
}
