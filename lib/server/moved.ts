import { findRedirect } from '#lib/redirects/find.ts';
import { oldAddress } from '#lib/redirects/old-address.ts';
import type { FinishedPage } from './finished-page.ts';

// Old addresses whose query says which page it was ("/doc.asp?id=12"): readers' pages know no query, so it is asked for
// here. Old addresses without one are led on by the pages themselves (lib/redirects/follow.ts).

/** Whether what is said at an address, that its page is not there or leads on, may be another for its query. */
export const mayLeadOn = (url: string, { status }: FinishedPage): boolean =>
  status !== 200 && status < 500 && url.includes('?');

/** Questions to the database at a time: anybody can ask for any number of addresses that are not there. */
const atOnce = 4;
let asking = 0;

/** Where an address that leads nowhere, and has a query, was moved to; null: nowhere that we know. */
export async function findMoved(url: string): Promise<string | null> {
  const from = oldAddress(url);
  if (from === null || !from.includes('?') || asking >= atOnce) return null;
  asking++;
  try {
    return (await findRedirect(from))?.to ?? null;
  } catch {
    // The database is away: "not found" is what can be said without it.
    return null;
  } finally {
    asking--;
  }
}
