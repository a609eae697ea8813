/** Next calls this once in each server process, under our server and under plain `next start` alike. */
export async function register(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || !databaseUrl) return;
  const { listenForChanges } = await import('#lib/page-cache/listen.ts');
  const { expireAtMidnight } = await import('#lib/page-cache/midnight.ts');
  listenForChanges(databaseUrl);
  expireAtMidnight();
}
