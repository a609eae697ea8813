'use client';
import { useEffect, useState } from 'react';
import type { Standing } from '#lib/articles/types.ts';
import type { StepActions } from './step-actions.ts';

/** The text rests this long before it is checked again. */
const restMs = 600;

const keyOf = ({ article }: Standing) =>
  [article.version, article.status, article.statusSince.getTime(), article.goLiveAt?.getTime()].join(' ');

/**
 * Where the article stands: as the page was made, until something newer is known; read again each time the server has
 * another text, so that the checks follow the writing.
 */
export function useStanding(fromPage: Standing, version: number, look: StepActions['look']) {
  const [known, setKnown] = useState<{ on: string; standing: Standing } | null>(null);
  const pageKey = keyOf(fromPage);
  const standing = known?.on === pageKey ? known.standing : fromPage;
  const { id } = fromPage.article;
  const shown = standing.article.version;
  useEffect(() => {
    if (shown === version) return;
    const timer = setTimeout(async () => {
      const answer = await look({ id }).catch(() => null);
      // What stands in the way of looking (signed out, offline) the saving tells already.
      if (answer?.ok) setKnown({ on: pageKey, standing: answer.value });
    }, restMs);
    return () => clearTimeout(timer);
  }, [id, shown, version, look, pageKey]);
  return { standing, know: (newer: Standing) => setKnown({ on: pageKey, standing: newer }) };
}
