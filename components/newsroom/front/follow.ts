'use client';
import { useEffect, useRef } from 'react';

/** What in a slot's row has the focus after a move: the tools that can move the article on. */
export type Tool = 'handle' | 'up' | 'down' | 'choose';

const find = (slot: number, tool: Tool) =>
  document.querySelector<HTMLElement>(`[data-slot="${slot}"] [data-tool="${tool}"]:not(:disabled)`);

/**
 * The rows are slots, and articles move from one to another: whoever works by keyboard goes along with the article.
 * @returns asks for the focus to be there once the rows are drawn anew
 */
export function useFollow(): (slot: number, tool: Tool) => void {
  const wanted = useRef<{ slot: number; tool: Tool } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const { slot, tool } = wanted.current;
    wanted.current = null;
    (find(slot, tool) ?? find(slot, 'handle') ?? find(slot, 'choose'))?.focus();
  });
  return (slot, tool) => {
    wanted.current = { slot, tool };
  };
}
