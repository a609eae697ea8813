import { startTestPostgres } from './postgres.ts';

/** Once for all integration tests: uses the PostgreSQL that npm test started, or starts one of its own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_POSTGRES_URL']) return undefined;
  const postgres = await startTestPostgres();
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  return postgres.stop;
}
