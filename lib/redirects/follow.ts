import { cacheLife, cacheTag } from 'next/cache';
import { permanentRedirect } from 'next/navigation';
import { missingTag, siteTag } from '#lib/page-cache/tags.ts';
import { listPath } from '#lib/site/urls.ts';
import { findRedirect } from './find.ts';

async function getRedirect(fromPath: string): Promise<string | null> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, missingTag);
  return await findRedirect(fromPath);
}

/**
 * For a list's address that leads nowhere: sends the reader to where it was moved, if it was, and there to the same page.
 * @param page  the number in /trang/{n}; 1 for the list's own address
 */
export async function followRedirect(path: string, page = 1): Promise<null> {
  const to = await getRedirect(path);
  return to === null ? null : permanentRedirect(listPath(to, page));
}
