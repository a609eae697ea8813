import { saveBylines } from '#lib/bylines/save.ts';
import { db } from '#lib/db.ts';
import { slugOf, withoutMarks } from '#lib/site/text.ts';
import type { Actor, Role } from '#lib/staff/types.ts';
import { saveTags } from '#lib/tags/save.ts';
import { makeStaff } from './staff.ts';

// What the tests of the desk's verbs put into a database of their own.

/** A person of this role, as verbs take one. */
export async function makeActor(role: Role, categoryIds: number[] = []): Promise<Actor> {
  const { id, name, email } = await makeStaff(role);
  return { id, name, email, role, categoryIds };
}

interface ArticleParts {
  categoryId: number;
  topicId?: number;
  tags?: string[];
  bylines?: string[];
  status?: 'draft' | 'published';
}

let made = 0;

/** An article with these tags and bylines, in their order; its number. */
export async function makeArticle({ tags = [], bylines = [], ...parts }: ArticleParts): Promise<number> {
  const title = `Bài thứ ${++made}`;
  const at = new Date('2026-03-01T08:00:00+07:00');
  const status = parts.status ?? 'published';
  const times = status === 'published' ? { firstPublishedAt: at, lastPublishedAt: at } : {};
  return await db().$transaction(async (tx) => {
    const tagIds = await saveTags(tx, tags);
    const bylineIds = await saveBylines(tx, bylines);
    const { id } = await tx.article.create({
      data: {
        ...parts,
        ...times,
        status,
        title,
        slug: slugOf(title),
        sapo: 'Sapo.',
        body: [],
        searchText: withoutMarks([title, 'Sapo.', ...tags, ...bylines].join('\n')),
        tags: { createMany: { data: tagIds.map((tagId, position) => ({ tagId, position })) } },
        bylines: { createMany: { data: bylineIds.map((bylineId, position) => ({ bylineId, position })) } },
      },
      select: { id: true },
    });
    return id;
  });
}

/** Where an old address leads, by the redirects. */
export async function redirects(): Promise<Record<string, string>> {
  const rows = await db().redirect.findMany({ orderBy: { fromPath: 'asc' } });
  return Object.fromEntries(rows.map((row) => [row.fromPath, row.toPath]));
}

/** The tags that the last change announced. */
export async function lastAnnounced(): Promise<string[]> {
  const row = await db().outbox.findFirst({ orderBy: { id: 'desc' } });
  return row?.tags ?? [];
}

/** What was done last, by the audit log. */
export async function lastDeed(): Promise<{ action: string; subjectId: number | null; details: unknown }> {
  return await db().auditEntry.findFirstOrThrow({
    orderBy: { id: 'desc' },
    select: { action: true, subjectId: true, details: true },
  });
}
