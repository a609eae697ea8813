import { writeColumns } from '#lib/articles/columns.ts';
import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';
import { beginArticle, saveDraft } from '#lib/articles/drafts.ts';
import { indexArticles } from '#lib/articles/search-index.ts';
import type { Status } from '#lib/articles/types.ts';
import { saveCategory } from '#lib/categories/save.ts';
import { db } from '#lib/db.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';
import { loadActor } from '#lib/staff/actor.ts';
import type { Actor, Role } from '#lib/staff/types.ts';
import { makeStaff } from './staff.ts';

/** The number of the section with this path of names, made if it is missing. */
export async function makeSection(...names: string[]): Promise<number> {
  return await db().$transaction((tx) => saveCategory(tx, names));
}

/** A new member of staff, as the verbs take them. */
export async function makeActor(role: Role, sections: readonly string[] = []): Promise<Actor> {
  const actor = await loadActor((await makeStaff(role, sections)).id);
  if (!actor) throw new Error('the actor just made is not there');
  return actor;
}

let count = 0;

/** Content that no check stops and none warns of but the missing picks; no two have the same headline. */
export function wholeContent(changes: Partial<ArticleContent> = {}): ArticleContent {
  count++;
  return {
    ...emptyContent,
    title: `Cầu Văn Chài thông xe, lần ${count}`,
    sapo: 'Sáng nay, cầu Văn Chài thông xe sau ba năm thi công.',
    tags: ['giao thông'],
    body: [{ type: 'paragraph', line: [{ text: 'Cầu dài 1,2 km.' }] }],
    ...changes,
  };
}

interface Wanted {
  by?: Actor | null;
  status?: Status;
  /** What is not given is as in `wholeContent`. */
  content?: Partial<ArticleContent>;
  /** When readers first got it, or are to get it; by default an hour before, or after, now. */
  at?: Date;
  approvedBy?: Actor;
}

const hourMs = 60 * 60 * 1000;

function timesOf(status: Status, at: Date | undefined) {
  const out = at ?? new Date(Date.now() - hourMs);
  switch (status) {
    case 'scheduled':
      return { goLiveAt: at ?? new Date(Date.now() + hourMs) };
    case 'published':
      return { firstPublishedAt: out, lastPublishedAt: out };
    case 'withdrawn':
      return {
        firstPublishedAt: out,
        lastPublishedAt: out,
        withdrawnAt: out,
        withdrawnReason: 'Sai tên người',
      };
    default:
      return {};
  }
}

/** An article of this status, straight in the database. */
export async function makeArticle(wanted: Wanted = {}): Promise<number> {
  const { by = null, status = 'draft', at, approvedBy } = wanted;
  return await db().$transaction(async (tx) => {
    const { id } = await tx.article.create({
      data: { title: '', slug: 'bai-viet', body: [], createdById: by?.id ?? null },
      select: { id: true },
    });
    await writeColumns(tx, id, wholeContent(wanted.content));
    const approval = approvedBy ? { approvedAt: new Date(), approvedById: approvedBy.id } : {};
    await tx.article.update({ where: { id }, data: { status, ...timesOf(status, at), ...approval } });
    await indexArticles(tx, [id]);
    return id;
  });
}

/** The article as a person who has its page open sees it. */
export async function seen(id: number): Promise<{ id: number; version: number; status: Status }> {
  return await db().article.findUniqueOrThrow({
    where: { id },
    select: { id: true, version: true, status: true },
  });
}

/** Saves changed content as the editor's autosave does. */
export async function type(actor: Actor, id: number, changes: Partial<ArticleContent>): Promise<void> {
  const { version } = await seen(id);
  const content = wholeContent(changes);
  await saveDraft(actor, { id, baseVersion: version, content, reason: 'autosave' }, new Date());
}

/** An article as a verb is asked for it. */
export interface Written {
  id: number;
  version: number;
}

/** Writes a whole article as its author does in the editor: begun, then saved once. Its number stands in its headline. */
export async function writeArticle(author: Actor, changes: Partial<ArticleContent>): Promise<Written> {
  const now = new Date();
  const { id } = await beginArticle(author, {}, now);
  const content = wholeContent({ title: `Bản tin số ${id}`, ...changes });
  const { version } = await saveDraft(author, { id, baseVersion: 1, content, reason: 'save' }, now);
  return { id, version };
}

/** How the paper treats approving one's own. */
export async function setSelfApproval(selfApproval: 'never' | 'when_alone' | 'always'): Promise<void> {
  await changeSettings({ selfApproval });
}

export async function changeSettings(changes: Partial<typeof samplePaper>): Promise<void> {
  const content = { ...samplePaper, ...changes };
  await db().paperSettings.upsert({ where: { id: 1 }, create: { id: 1, content }, update: { content } });
}
