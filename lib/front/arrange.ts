import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isPublic } from '#lib/articles/card.ts';
import { record } from '#lib/audit/record.ts';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { categoryTag, frontTag } from '#lib/page-cache/tags.ts';
import { sendAt } from '#lib/queue/send.ts';
import { Invalid, Missing } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type KeptPin, readKeptPins, shownPins } from './pins.ts';
import { listNewest } from './read.ts';
import { type Arrangement, type ArrangeOutcome, countSlots, slotsOf } from './types.ts';

// Arranging a front: which article stands in which slot, and until when. One save replaces all pins of one front.

const pinInput = z.strictObject({
  slot: z.int().min(1).max(100),
  articleId: z.int().positive(),
  endsAt: z.date().nullable(),
});

/** All pins of a front as they shall be, and the version of those that the person had before them. */
export const arrangeInput = z.strictObject({
  /** Null: the front page. */
  categoryId: z.int().positive().nullable(),
  version: z.string().max(64),
  pins: z.array(pinInput).max(100),
});
type ArrangeInput = z.infer<typeof arrangeInput>;
type PinInput = z.infer<typeof pinInput>;

/** @throws NotAllowed */
export function demandArranging(actor: Actor, categoryId: number | null): void {
  if (categoryId === null) demand(actor, 'front.arrange');
  else demand(actor, 'section_front.arrange', { categoryId });
}

/** The numbers of the sections whose articles the front of one shows. @throws Missing */
async function sectionIds(tx: Transaction, categoryId: number | null): Promise<number[] | null> {
  if (categoryId === null) return null;
  const rows = await tx.category.findMany({
    where: { OR: [{ id: categoryId }, { parentId: categoryId }] },
    select: { id: true },
  });
  const ids = rows.map((row) => row.id);
  if (!ids.includes(categoryId)) throw new Missing('Chuyên mục này không còn nữa.');
  return ids;
}

function versionOf(pins: readonly KeptPin[]): string {
  const told = pins.map(
    ({ slot, articleId, endsAt }) => `${slot}:${articleId}:${endsAt?.toISOString() ?? ''}`,
  );
  return createHash('sha256').update(told.join(' ')).digest('hex').slice(0, 16);
}

const subjectOf = (categoryId: number | null) => ({
  type: categoryId === null ? 'front' : 'section_front',
  id: categoryId,
});

async function lastArranged(tx: Transaction, categoryId: number | null): Promise<Arrangement['last']> {
  const { type, id } = subjectOf(categoryId);
  const entry = await tx.auditEntry.findFirst({
    where: { subjectType: type, subjectId: id },
    orderBy: { at: 'desc' },
    select: { at: true, actor: { select: { name: true } } },
  });
  return entry && { at: entry.at, by: entry.actor?.name ?? null };
}

async function open(tx: Transaction, categoryId: number | null): Promise<Arrangement> {
  const kept = await readKeptPins(tx, categoryId);
  return {
    categoryId,
    version: versionOf(kept),
    pins: await shownPins(kept),
    newest: await listNewest(await sectionIds(tx, categoryId)),
    last: await lastArranged(tx, categoryId),
  };
}

/**
 * The front page (no section) or a section's front as a person who may arrange it opens it.
 * @throws NotAllowed
 * @throws Missing where there is no such section
 */
export async function openArrangement(actor: Actor, categoryId: number | null): Promise<Arrangement> {
  demandArranging(actor, categoryId);
  return await open(db(), categoryId);
}

/** What can't be of an arrangement, by field, whatever the articles are. */
function formProblems(pins: readonly PinInput[], slots: number): Record<string, string> {
  const problems: Record<string, string> = {};
  pins.forEach(({ slot, articleId }, index) => {
    const before = pins.slice(0, index);
    if (slot > slots) problems[`pins.${index}`] = `Chỉ có ${slots} vị trí.`;
    if (before.some((one) => one.slot === slot)) problems[`pins.${index}`] = `Vị trí ${slot} có hai bài.`;
    if (before.some((one) => one.articleId === articleId)) {
      problems[`pins.${index}`] = 'Bài này đã ghim ở một vị trí khác.';
    }
  });
  return problems;
}

/** What is wrong with the articles and the times, by field. */
async function contentProblems(tx: Transaction, pins: readonly PinInput[], now: Date) {
  const ids = pins.map((pin) => pin.articleId);
  const found = await tx.article.findMany({ where: { id: { in: ids }, ...isPublic }, select: { id: true } });
  const published = new Set(found.map((row) => row.id));
  const problems: Record<string, string> = {};
  pins.forEach(({ articleId, endsAt }, index) => {
    if (!published.has(articleId)) {
      problems[`pins.${index}`] = 'Độc giả không có bài này (chưa xuất bản hoặc vừa bị gỡ); hãy bỏ ghim.';
    }
    if (endsAt && endsAt <= now) {
      problems[`pins.${index}.endsAt`] = 'Giờ hết hạn đã qua; hãy chọn giờ khác.';
    }
  });
  return problems;
}

function refuse(problems: Record<string, string>): void {
  const [first] = Object.values(problems);
  if (first !== undefined) throw new Invalid(first, problems);
}

const isSame = (kept: KeptPin, pin: PinInput): boolean =>
  kept.slot === pin.slot &&
  kept.articleId === pin.articleId &&
  kept.endsAt?.getTime() === pin.endsAt?.getTime();

/** Pins that ended on the person's screen while the others were arranged are none any more, and no mistake. */
const withoutEnded = (pins: readonly PinInput[], kept: readonly KeptPin[], now: Date): PinInput[] =>
  pins.filter((pin) => !pin.endsAt || pin.endsAt > now || !kept.some((one) => isSame(one, pin)));

async function auditedPins(tx: Transaction, categoryId: number | null) {
  return (await readKeptPins(tx, categoryId)).map(({ slot, articleId, endsAt, article }) => ({
    slot,
    articleId,
    title: article.title,
    endsAt: endsAt?.toISOString() ?? null,
  }));
}

/**
 * Saves the arrangement of a front; readers have it when this returns, and what has an end leaves their pages then. Where
 * somebody else arranged the front meanwhile nothing is overwritten: that arrangement comes back, for the person to
 * decide.
 * @throws NotAllowed
 * @throws Missing where the section is gone
 * @throws Invalid naming the pin that can't be
 */
export async function arrangeFront(actor: Actor, input: ArrangeInput, now: Date): Promise<ArrangeOutcome> {
  const { categoryId } = input;
  demandArranging(actor, categoryId);
  refuse(formProblems(input.pins, countSlots(slotsOf(categoryId))));
  const action = categoryId === null ? 'front.arrange' : 'section_front.arrange';
  const tags = [categoryId === null ? frontTag : categoryTag(categoryId)];
  const saved = await change<boolean>(action, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('toasoan_front'), ${categoryId ?? 0}::int)`;
    await sectionIds(tx, categoryId);
    const kept = await readKeptPins(tx, categoryId);
    if (versionOf(kept) !== input.version) return { value: false, tags: [] };
    const pins = withoutEnded(input.pins, kept, now);
    refuse(await contentProblems(tx, pins, now));
    const before = await auditedPins(tx, categoryId);
    await tx.pin.deleteMany({ where: { categoryId } });
    await tx.pin.createMany({ data: pins.map((pin) => ({ ...pin, categoryId, createdAt: now })) });
    const after = await auditedPins(tx, categoryId);
    for (const { endsAt } of pins) if (endsAt) await sendAt(tx, 'expire-pages', { tags }, endsAt);
    await record(tx, { actor, action, subject: subjectOf(categoryId), details: { before, after }, at: now });
    return { value: true, tags };
  });
  const arrangement = await open(db(), categoryId);
  return saved ? { saved, arrangement } : { saved, current: arrangement };
}
