import { type CardRow, cardSelect, toCard } from '#lib/articles/card.ts';
import type { Transaction } from '#lib/db.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { databaseTime } from './database-time.ts';
import type { DeskPin } from './types.ts';

const pinSelect = {
  slot: true,
  articleId: true,
  endsAt: true,
  article: { select: { status: true, ...cardSelect } },
} satisfies Prisma.PinSelect;

/** A pin as it is kept, whether or not readers see it now. */
export interface KeptPin {
  slot: number;
  articleId: number;
  endsAt: Date | null;
  article: CardRow & { status: string };
}

/** All pins of a front, by slot: also those that have ended and those whose article readers don't have (any more). */
export async function readKeptPins(tx: Transaction, categoryId: number | null): Promise<KeptPin[]> {
  // Most fronts have none, and their pages are made often.
  if ((await tx.pin.count({ where: { categoryId } })) === 0) return [];
  return await tx.pin.findMany({ where: { categoryId }, orderBy: { slot: 'asc' }, select: pinSelect });
}

/** Those of the pins that readers see now. */
export async function shownPins(kept: readonly KeptPin[]): Promise<DeskPin[]> {
  if (kept.length === 0) return [];
  const now = await databaseTime();
  return kept
    .filter(({ article, endsAt }) => article.status === 'published' && (endsAt === null || endsAt > now))
    .map(({ slot, endsAt, article }) => ({ slot, endsAt, card: toCard(article) }));
}
