import type { Transaction } from '#lib/db.ts';
import { saveNames } from '#lib/named/save.ts';
import { tagKind } from './kind.ts';

/**
 * The ids of the tags with these (clean) names, in their order and each once; those that are missing are made. "Đảng
 * viên" is the tag "đảng viên", and the old name of a renamed or merged tag is the tag it became.
 */
export const saveTags = (tx: Transaction, names: string[]): Promise<number[]> =>
  saveNames(tx, tagKind, names);
