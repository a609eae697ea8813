import type { Transaction } from '#lib/db.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** One thing that somebody did; `actor` null is the machine itself (a schedule, an import). */
export interface Deed {
  actor: { id: number } | null;
  /** What was done, as "article.publish". */
  action: string;
  subject: { type: string; id: number | null };
  details?: Prisma.InputJsonObject;
  at: Date;
}

/** Writes the audit entry, in the transaction that does the thing. */
export async function record(tx: Transaction, { actor, action, subject, details, at }: Deed): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at,
      actorId: actor?.id ?? null,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      details: details ?? {},
    },
  });
}
