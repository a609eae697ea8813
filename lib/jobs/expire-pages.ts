import { change } from '#lib/page-cache/announce.ts';

/** Has every server make pages anew whose hour has come. Done twice, they are made twice: nothing worse. */
export async function expirePagesJob({ tags }: { tags: readonly string[] }): Promise<void> {
  await change('pages.expire', async () => ({ value: undefined, tags }));
}
