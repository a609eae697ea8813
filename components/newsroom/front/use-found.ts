'use client';
import { useEffect, useRef, useState } from 'react';
import type { ServerAction } from '#components/ui/use-action.ts';
import type { ArticleCard } from '#lib/articles/types.ts';

export type FindArticles = ServerAction<{ text: string }, ArticleCard[]>;

const pauseMs = 200;

/** Published articles for what is typed; null while nothing is, or until the first answer. */
export function useFound(
  find: FindArticles,
  text: string,
): { found: ArticleCard[] | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ found: ArticleCard[] | null; problem: string | null }>({
    found: null,
    problem: null,
  });
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    let isDropped = false;
    const keep = (next: typeof answer) => {
      if (!isDropped) setAnswer(next);
    };
    const ask = async () => {
      try {
        const given = await latest.current({ text });
        keep(given.ok ? { found: given.value, problem: null } : { found: null, problem: given.message });
      } catch {
        keep({ found: null, problem: 'Không tới được máy chủ. Hãy kiểm tra đường truyền rồi tìm lại.' });
      }
    };
    const timer = text.trim() === '' ? null : setTimeout(ask, pauseMs);
    return () => {
      isDropped = true;
      if (timer) clearTimeout(timer);
    };
  }, [text]);
  return text.trim() === '' ? { found: null, problem: null } : answer;
}
