import type { Actor } from './types.ts';

/** The person who is signed in on this request, or null. */
export async function getActor(): Promise<Actor | null> {
  return null;
}
