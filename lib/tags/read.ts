import { type ListQuery, listNamed, readNamed } from '#lib/named/list.ts';
import { suggestNamed } from '#lib/named/suggest.ts';
import type { NamedDetail, NamedPage, Suggestion } from '#lib/named/types.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { tagKind } from './kind.ts';

/** A page of the tags, for the desk. @throws NotAllowed */
export async function listTags(actor: Actor, query: ListQuery): Promise<NamedPage> {
  demand(actor, 'tag.manage');
  return await listNamed(tagKind, query);
}

/** A tag, for the desk, or null. @throws NotAllowed */
export async function readTag(actor: Actor, id: number): Promise<NamedDetail | null> {
  demand(actor, 'tag.manage');
  return await readNamed(tagKind, id);
}

/**
 * Tags that may be meant by what was typed, for whoever writes: "tham nhung" finds "tham nhũng". Nothing for nothing.
 * @throws NotAllowed
 */
export async function suggestTags(actor: Actor, query: string): Promise<Suggestion[]> {
  demand(actor, 'article.create');
  return await suggestNamed(tagKind, query);
}
