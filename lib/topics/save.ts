import type { Transaction } from '#lib/db.ts';
import { saveNames } from '#lib/named/save.ts';
import { topicKind } from './kind.ts';

/** The id of the running story with this (clean) name, made if there is none. */
export async function saveTopic(tx: Transaction, name: string): Promise<number> {
  const [id] = await saveNames(tx, topicKind, [name]);
  if (id === undefined) throw new Error('a running story needs a name');
  return id;
}
