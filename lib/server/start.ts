import { type Env, readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { closeOpened, refuseSecondStart } from './database.ts';
import { fillNewsroom, openNewsroom } from './newsroom.ts';
import { checkPort } from './port.ts';
import { provideSecret } from './secret.ts';
import { step } from './steps.ts';
import { onStopSignal } from './stop-signals.ts';

/** Where the newsroom is: beside the readers' pages, or behind a port of its own. */
function newsroomUrl(env: Env): string {
  const url = new URL('/admin', env.siteUrl);
  if (env.adminPort !== null) url.port = String(env.adminPort);
  return url.href;
}

// `npm start`: everything, from a fresh clone to a served site.
Object.assign(process.env, { NODE_ENV: 'production' });

await runCommand(async () => {
  const env = readEnv();
  // Next and the pages read these; from here on they are whole and checked.
  Object.assign(process.env, { SITE_URL: env.siteUrl, DATA_DIR: env.dataDir, PORT: String(env.port) });
  refuseSecondStart(env);
  await checkPort(env);
  const opening = openNewsroom(env);
  // The database takes a second to come up; what serves the site takes as long to load. Next decides by NODE_ENV then.
  const loading = Promise.all([
    import('#lib/jobs/start.ts'),
    import('./build-site.ts'),
    import('./site-server.ts'),
  ]);
  // Of a failure the `await` below tells, if it comes to that.
  loading.catch(() => {});
  let stopSite = async () => {};
  let stopJobs = async () => {};
  // Asked to end half-way up, the database is still closed as it should be.
  onStopSignal(async () => {
    await Promise.all([stopSite(), stopJobs()]);
    await closeOpened(opening);
  });
  const database = await opening;
  try {
    const [{ startJobs }, { buildIfStale }, { serveSite }] = await loading;
    provideSecret(env);
    const account = await fillNewsroom(env);
    // Before a build that may take a minute: an article's hour does not wait for it.
    stopJobs = await step('Scheduled work is looked after', () => startJobs(database.url));
    await step('The site is built', buildIfStale);
    stopSite = await step('The site is served', () => serveSite(env));
    console.log(`\n  Site      ${env.siteUrl}\n  Newsroom  ${newsroomUrl(env)}`);
    if (account) {
      console.log(`\n  First account  ${account.email}`);
      if (account.password) console.log(`  Password       ${account.password}   (shown this once)`);
    }
    console.log('\n  Ctrl-C stops everything.');
  } catch (error) {
    await stopJobs();
    await database.close();
    throw error;
  }
  return await new Promise<never>(() => {});
});
