import { type ArticleContent, emptyContent } from '#lib/articles/content.ts';
import { beginArticle, saveDraft } from '#lib/articles/drafts.ts';
import { db } from '#lib/db.ts';
import type { Actor } from '#lib/staff/types.ts';

/** A section of the test's own; its path is its slug. */
export async function makeSection(name: string, slug: string): Promise<number> {
  const { id } = await db().category.create({ data: { name, slug, path: slug }, select: { id: true } });
  return id;
}

/** An article as a verb is asked for it. */
export interface Written {
  id: number;
  version: number;
}

/** Writes an article as its author does in the editor: begun, then saved once. Whole, unless `content` takes something away. */
export async function writeArticle(author: Actor, content: Partial<ArticleContent>): Promise<Written> {
  const now = new Date();
  const { id } = await beginArticle(author, {}, now);
  const whole: ArticleContent = {
    ...emptyContent,
    title: `Bản tin số ${id}`,
    sapo: 'Một câu mở đầu.',
    body: [{ type: 'paragraph', line: [{ text: 'Một đoạn.' }] }],
    ...content,
  };
  const saved = await saveDraft(author, { id, baseVersion: 1, content: whole, reason: 'save' }, now);
  return { id, version: saved.version };
}
