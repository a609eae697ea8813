import {
  publishArticle,
  publishScheduled,
  updateArticle,
  withdrawArticle,
} from '#lib/articles/publishing.ts';
import type { Actor } from '#lib/staff/types.ts';

// A process of its own that does verbs as it is told to, until it is done with one or a test kills it half-way.

/** What it is told. */
export interface Order {
  verb: 'publish' | 'update' | 'withdraw' | 'publishScheduled';
  actor: Actor;
  id: number;
  version: number;
}

async function obey({ verb, actor, ...asked }: Order): Promise<void> {
  const now = new Date();
  if (verb === 'publish') await publishArticle(actor, asked, now);
  else if (verb === 'update') await updateArticle(actor, asked, now);
  else if (verb === 'withdraw') await withdrawArticle(actor, { ...asked, reason: 'Sai nguồn tin.' }, now);
  else await publishScheduled(asked.id, now);
}

process.on('message', (order: Order) => {
  obey(order).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.('ready');
