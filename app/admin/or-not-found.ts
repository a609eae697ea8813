import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Missing, NotAllowed } from '#lib/site/problems.ts';

/** What a page reads; where it is not there, or not for this person, the page is "not found": who may not, finds nothing. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Missing || error instanceof NotAllowed || error instanceof z.ZodError) notFound();
    throw error;
  }
}
