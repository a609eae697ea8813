import { db } from '#lib/db.ts';

/** Audit entries that stand around the loading of the sample newspaper. */
export const begun = { action: 'sample.begin', subjectType: 'newspaper' };
export const ended = { action: 'sample.end', subjectType: 'newspaper' };

/** Whether the database is empty, or was left with half a sample by a first start that was interrupted. */
export async function needsSample(): Promise<boolean> {
  const [articles, categories, starts, ends] = await Promise.all([
    db().article.count(),
    db().category.count(),
    db().auditEntry.count({ where: begun }),
    db().auditEntry.count({ where: ended }),
  ]);
  return (starts > 0 && ends === 0) || (articles === 0 && categories === 0);
}
