import type { Transaction } from '#lib/db.ts';
import { sendAt } from '#lib/queue/send.ts';
import { articlePath } from '#lib/site/urls.ts';
import type { Footprint } from './touched.ts';

/** What is published or withdrawn within this time goes to the search engines in one message. */
const gatherMs = 10_000;

/** The addresses whose pages are new, other or gone: under a new headline both the old one and the new. */
function changedPaths(before: Footprint, after: Footprint): string[] {
  const pathOf = ({ slug, id, isPublic }: Footprint) => (isPublic ? [articlePath(slug, id)] : []);
  return [...new Set([...pathOf(before), ...pathOf(after)])];
}

/** Has search engines told by IndexNow (lib/jobs/index-now.ts), if the transaction commits and the site has a key for it. */
export async function tellEngines(
  tx: Transaction,
  before: Footprint,
  after: Footprint,
  now: Date,
): Promise<void> {
  const paths = changedPaths(before, after);
  if (!process.env['INDEXNOW_KEY'] || paths.length === 0) return;
  await sendAt(tx, 'index-now', { paths }, new Date(now.getTime() + gatherMs));
}
