import { db } from '#lib/db.ts';
import { articlePath } from '#lib/site/urls.ts';

/** Where an old address leads. */
export interface Redirection {
  to: string;
  /** The article that stands there; its headline may make its address another. */
  articleId: number | null;
}

/** Where what stood at this address stands now, in one step, or null. */
export async function findRedirect(fromPath: string): Promise<Redirection | null> {
  const redirect = await db().redirect.findUnique({ where: { fromPath }, select: { toPath: true } });
  if (!redirect) return null;
  const articleId = Number(/-([1-9]\d{0,8})\.html$/.exec(redirect.toPath)?.[1] ?? 0) || null;
  const article =
    articleId && (await db().article.findUnique({ where: { id: articleId }, select: { slug: true } }));
  return { to: article ? articlePath(article.slug, articleId) : redirect.toPath, articleId };
}
