import { z } from 'zod';

/** Of a body, in bytes; ours has about 15. */
export const longestBeacon = 200;

const beacon = z.strictObject({ id: z.int().positive().max(2_147_483_647) });

/** The article that a page says was read, or null: anybody may send anything. */
export function readBeacon(text: string): number | null {
  try {
    return beacon.safeParse(JSON.parse(text)).data?.id ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
