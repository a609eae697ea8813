import { permanentRedirect } from 'next/navigation';
import { tagPage } from '#lib/page-cache/tag-page.ts';
import { articleTag, missingTag, siteTag } from '#lib/page-cache/tags.ts';
import { listPath } from '#lib/site/urls.ts';
import { findRedirect } from './find.ts';
import { oldAddress } from './old-address.ts';

async function getRedirect(fromPath: string): Promise<string | null> {
  tagPage(siteTag, missingTag);
  const redirect = await findRedirect(fromPath);
  if (redirect?.articleId) tagPage(articleTag(redirect.articleId));
  return redirect?.to ?? null;
}

/**
 * For an address that leads nowhere: sends the reader to where it was moved, if it was, and there to the same page of a
 * list.
 * @param path  as it was asked for
 * @param page  the number in /trang/{n}; 1 for the list's own address
 */
export async function followRedirect(path: string, page = 1): Promise<null> {
  const from = oldAddress(path);
  const to = from === null ? null : await getRedirect(from);
  return to === null ? null : permanentRedirect(encodeURI(listPath(to, page)));
}
