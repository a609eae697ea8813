'use client';
import { useEffect, useRef, useState } from 'react';
import type { Option, Search } from './option.ts';

/** Between two keys of one word: a search for each of them would only be thrown away. */
const pauseMs = 120;

/**
 * What `search` finds for what is typed, while the list is open. Answers that come late, to what was typed before, are
 * dropped.
 */
export function useSuggestions(search: Search, query: string, isOpen: boolean) {
  const [found, setFound] = useState<{ query: string; options: readonly Option[] } | null>(null);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    // What was found for one choice is not offered for the next.
    if (!isOpen) setFound(null);
    if (!isOpen) return undefined;
    let isDropped = false;
    const keep = (options: readonly Option[]) => {
      if (!isDropped) setFound({ query, options });
    };
    const timer = setTimeout(
      () => {
        // Suggestions help; without them one types on.
        latest.current(query).then(keep, () => keep([]));
      },
      query === '' ? 0 : pauseMs,
    );
    return () => {
      isDropped = true;
      clearTimeout(timer);
    };
  }, [query, isOpen]);
  // Until the answer is there, the last one stands: a list that empties at each key can't be read.
  return { options: isOpen ? (found?.options ?? []) : [], isSearching: isOpen && found?.query !== query };
}
