import { cacheLife, cacheTag } from 'next/cache';
import { permanentRedirect } from 'next/navigation';
import { db } from '#lib/db.ts';
import { missingTag, siteTag } from '#lib/page-cache/tags.ts';

async function getRedirect(fromPath: string): Promise<string | null> {
  'use cache';
  cacheLife('page');
  cacheTag(siteTag, missingTag);
  const redirect = await db().redirect.findUnique({ where: { fromPath }, select: { toPath: true } });
  return redirect?.toPath ?? null;
}

/** For an address that leads nowhere: sends the reader to where it was moved, if it was. */
export async function followRedirect(path: string): Promise<null> {
  const to = await getRedirect(path);
  return to === null ? null : permanentRedirect(to);
}
