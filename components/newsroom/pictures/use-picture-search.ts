'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedPicture, PictureList } from '#lib/media/types.ts';
import type { Answer } from '#lib/site/answer.ts';

/** Finds pictures of the store, as the server action does it. */
export type SearchPictures = (input: { query: string; page: number }) => Promise<Answer<PictureList>>;

interface Found {
  pictures: readonly ListedPicture[];
  hasMore: boolean;
  busy: boolean;
  problem: string | null;
  more: () => void;
  /** Puts a picture in front, as one that was just sent. */
  add: (picture: ListedPicture) => void;
}

const pauseMs = 200;
const unreachable = 'Không tới được máy chủ. Hãy kiểm tra đường truyền rồi tìm lại.';

async function ask(search: SearchPictures, query: string, page: number): Promise<Answer<PictureList> | null> {
  try {
    return await search({ query, page });
  } catch {
    // The server did not answer.
    return null;
  }
}

/** The store's pictures for what is typed, a page more at a time. Only the answer to the last question is shown. */
export function usePictureSearch(search: SearchPictures, query: string): Found {
  const [pictures, setPictures] = useState<readonly ListedPicture[]>([]);
  const [hasMore, setHasMore] = useState(false);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(0);
  const page = useRef(1);

  const load = useCallback(
    async (wanted: number) => {
      const number = ++asked.current;
      setBusy(true);
      const answer = await ask(search, query, wanted);
      if (number !== asked.current) return;
      setBusy(false);
      setProblem(answer?.ok ? null : (answer?.message ?? unreachable));
      if (!answer?.ok) return;
      page.current = wanted;
      const found = answer.value;
      setHasMore(found.hasMore);
      setPictures((before) => (wanted === 1 ? found.pictures : joined(before, found.pictures)));
    },
    [search, query],
  );
  useEffect(() => {
    const timer = setTimeout(() => void load(1), pauseMs);
    return () => clearTimeout(timer);
  }, [load]);

  const add = useCallback((picture: ListedPicture) => setPictures((before) => joined([picture], before)), []);
  return { pictures, hasMore, busy, problem, more: () => void load(page.current + 1), add };
}

function joined(first: readonly ListedPicture[], second: readonly ListedPicture[]): ListedPicture[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
