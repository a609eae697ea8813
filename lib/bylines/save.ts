import type { Transaction } from '#lib/db.ts';
import { saveNames } from '#lib/named/save.ts';
import { bylineKind } from './kind.ts';

/** The ids of the bylines with these (clean) names, as saveTags gives those of tags. */
export const saveBylines = (tx: Transaction, names: string[]): Promise<number[]> =>
  saveNames(tx, bylineKind, names);
