import type { Presence } from '#lib/presence/types.ts';
import { same } from './same.ts';
import type { Saving } from './types.ts';

/** Where this tab stands among those that have the article open. */
export interface Standing {
  presence: Presence | null;
  /** It holds the article, or will again once it is heard of: it was not taken over, nor came second. */
  wants: boolean;
  /** It has just been given the article, and takes in first what was written since. */
  catchingUp: boolean;
  takenOverBy: string | null;
}

/** Where a tab stands that has heard nothing yet. */
export const standingBefore = (mayWrite: boolean): Standing => ({
  presence: null,
  wants: mayWrite,
  catchingUp: false,
  takenOverBy: null,
});

/** Where it stands after the server's news. */
export function afterNews(standing: Standing, news: Presence): Standing {
  const others = standing.presence?.others;
  // The same people are the same list, so that nothing is shown anew.
  const presence = others && same(others, news.others) ? { ...news, others } : news;
  if (news.holding) {
    return {
      presence,
      wants: true,
      catchingUp: standing.catchingUp || !standing.wants,
      takenOverBy: null,
    };
  }
  // Nobody holds it: a tab that was not heard of for a while, not one that was taken over.
  if (!news.holder) return { ...standing, presence, takenOverBy: null };
  const takenOverBy = standing.wants && standing.presence ? news.holder.name : standing.takenOverBy;
  return { presence, wants: false, catchingUp: false, takenOverBy };
}

/** Where it stands once its person has handed the article on; the server has let go of it in the same step. */
export function afterLettingGo(standing: Standing): Standing {
  const { presence } = standing;
  const free = presence?.holding ? { ...presence, holding: false, holder: null } : presence;
  return { presence: free, wants: false, catchingUp: false, takenOverBy: null };
}

/** Whether the tab has just been told that another one took the article over. */
export const isTakenOver = (before: Standing, now: Standing): boolean =>
  before.presence !== null && before.wants && !now.wants;

const noOthers: Saving['others'] = [];

/** What of it is shown. */
export function standingView(
  { presence, wants, catchingUp, takenOverBy }: Standing,
  { staffId, mayWrite }: { staffId: number; mayWrite: boolean },
): Pick<Saving, 'others' | 'holding' | 'heldElsewhere' | 'takenOverBy'> {
  const isFree = !presence?.holder || presence.holding;
  return {
    others: presence?.others ?? noOthers,
    holding: mayWrite && wants && isFree && !catchingUp,
    heldElsewhere: presence?.holder?.staffId === staffId && !presence.holding,
    takenOverBy,
  };
}
