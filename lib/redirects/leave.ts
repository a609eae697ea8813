import type { Transaction } from '#lib/db.ts';

/**
 * What stood at `from` stands at `to` from now on: its old address leads there, and so do all that led to it, each in one
 * step. What led away from `to` is gone, so that no two addresses can lead to each other.
 */
export async function leaveRedirect(tx: Transaction, from: string, to: string): Promise<void> {
  if (from === to) return;
  await tx.redirect.deleteMany({ where: { fromPath: to } });
  await tx.redirect.updateMany({ where: { toPath: from }, data: { toPath: to } });
  await tx.redirect.upsert({
    where: { fromPath: from },
    create: { fromPath: from, toPath: to },
    update: { toPath: to },
  });
}

/** What stood at this address is gone for good: nothing leads there any more. */
export async function forgetRedirectsTo(tx: Transaction, path: string): Promise<void> {
  await tx.redirect.deleteMany({ where: { OR: [{ toPath: path }, { fromPath: path }] } });
}
