'use client';
import { useSyncExternalStore } from 'react';
import type { PendingPicture } from './pending-pictures.ts';
import { useEditorServices } from './services.ts';

/** How far a picture is on its way; null where nothing is. */
export function usePending(upload: string | null): PendingPicture | null {
  const { pending } = useEditorServices();
  const read = () => (upload === null ? null : pending.get(upload));
  return useSyncExternalStore(pending.subscribe, read, () => null);
}
