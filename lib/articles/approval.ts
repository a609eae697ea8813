import type { Transaction } from '#lib/db.ts';
import { settingsOf } from '#lib/settings/read.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import { can, demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { type LockedArticle, subjectOf } from './locked.ts';

/** Whether anybody else in the newsroom could approve an article of this section. */
async function hasOtherApprover(tx: Transaction, actor: Actor, categoryId: number | null): Promise<boolean> {
  const category = await tx.category.findUnique({
    where: { id: categoryId ?? 0 },
    select: { parentId: true },
  });
  const sections = [categoryId, category?.parentId].filter((id) => typeof id === 'number');
  const others = await tx.staff.count({
    where: {
      id: { not: actor.id },
      disabledAt: null,
      OR: [
        { role: { in: ['editor_in_chief', 'admin'] } },
        { role: 'managing_editor', categories: { some: { categoryId: { in: sections } } } },
      ],
    },
  });
  return others > 0;
}

type Approvable = Pick<LockedArticle, 'createdById' | 'categoryId'>;

/** Whether the paper's settings let this person approve the article: somebody else's always, their own as they say. */
export async function mayApproveThis(tx: Transaction, actor: Actor, article: Approvable): Promise<boolean> {
  if (article.createdById !== actor.id) return true;
  const { selfApproval } = await settingsOf(tx);
  if (selfApproval === 'when_alone') return !(await hasOtherApprover(tx, actor, article.categoryId));
  return selfApproval === 'always';
}

/** Whether the person may approve the article, by rank, section and the paper's settings. */
export async function mayApprove(tx: Transaction, actor: Actor, article: Approvable): Promise<boolean> {
  return can(actor, 'article.approve', subjectOf(article)) && (await mayApproveThis(tx, actor, article));
}

/**
 * The approval that a step needs, as columns of the row: the one the article has (none of them changes), or this
 * person's, who may then not be the writer.
 * @throws NotAllowed where the person may not approve it
 */
export async function approvalBy(tx: Transaction, actor: Actor, article: LockedArticle, now: Date) {
  if (article.approvedAt) return {};
  demand(actor, 'article.approve', subjectOf(article));
  if (!(await mayApproveThis(tx, actor, article))) {
    throw new NotAllowed(
      'Không ai tự duyệt bài của mình. Hãy nhờ người khác duyệt, hoặc đổi lệ này trong Cài đặt.',
    );
  }
  return { approvedAt: now, approvedById: actor.id };
}
