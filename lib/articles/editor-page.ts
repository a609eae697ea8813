import { boxedIds } from '#lib/body/boxes.ts';
import { photoKeys } from '#lib/body/photo-keys.ts';
import { db } from '#lib/db.ts';
import { readPictures } from '#lib/media/read-pictures.ts';
import type { PictureView } from '#lib/media/types.ts';
import type { Actor } from '#lib/staff/types.ts';
import type { ArticleContent } from './content.ts';
import { type OpenArticle, openArticle } from './drafts.ts';

/** An article with all that its editor shows of what it names by number or key. */
export interface EditorPage extends OpenArticle {
  /** The pictures of body and cover, by the keys that the text has. */
  pictures: Record<string, PictureView>;
  /** Headlines as they are now, of the picks and of the articles in boxes. */
  headlines: Record<number, string>;
  topic: { id: number; name: string } | null;
  /** Its section, which may be none of this person's. */
  section: { id: number; name: string } | null;
}

async function readHeadlines(ids: number[]): Promise<Record<number, string>> {
  const rows = await db().article.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, status: true },
  });
  // What readers can't read is not shown to them, and who picked it should know.
  return Object.fromEntries(
    rows.map(({ id, title, status }) => [
      id,
      status === 'published' ? title : `${title} (chưa hoặc không còn đăng)`,
    ]),
  );
}

async function readSection({ categoryId }: ArticleContent): Promise<EditorPage['section']> {
  const row = await db().category.findUnique({
    where: { id: categoryId ?? 0 },
    select: { id: true, name: true, parent: { select: { name: true } } },
  });
  return row && { id: row.id, name: row.parent ? `${row.parent.name} / ${row.name}` : row.name };
}

/**
 * An article as its editor opens it.
 * @throws Missing
 * @throws NotAllowed where the person may not even read it
 */
export async function readEditorPage(actor: Actor, id: number): Promise<EditorPage> {
  const opened = await openArticle(actor, id);
  const { body, cover, picks, topicId } = opened.content;
  const [pictures, headlines, topic, section] = await Promise.all([
    readPictures(db(), [...photoKeys(body), ...(cover ? [cover.picture] : [])]),
    readHeadlines([...picks, ...boxedIds(body)]),
    db().topic.findUnique({ where: { id: topicId ?? 0 }, select: { id: true, name: true } }),
    readSection(opened.content),
  ]);
  return { ...opened, pictures, headlines, topic, section };
}
