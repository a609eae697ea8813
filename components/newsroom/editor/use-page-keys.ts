'use client';
import { useEffect, useRef } from 'react';

interface Keys {
  save: () => void;
  help: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** What a key asks of the page; null: nothing. */
function asked(event: KeyboardEvent): keyof Keys | null {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === 's') return 'save';
  if (isCommand && event.key === '/') return 'help';
  return event.key === '?' && !isTyping(event.target) ? 'help' : null;
}

/**
 * The shortcuts that work everywhere on the article's page: to save now and to see all shortcuts. A file that misses the
 * text when it is dropped does not take the page away.
 */
export function usePageKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const what = event.isComposing ? null : asked(event);
      // A window over the page has its own keys.
      if (!what || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current[what]();
    };
    const keepPage = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);
}
