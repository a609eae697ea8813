// npm test: everything that the tests need is made here, used, and removed; the last line is the sum of all runners.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getChromium } from './support/chromium.ts';
import { type Counts, crashed, noCounts, readCounts, sum } from './support/counts.ts';
import { createDatabase, startTestPostgres } from './support/postgres.ts';
import { runProgram } from './support/program.ts';
import { startSite } from './support/server.ts';
import { makeTempFolder, sweep } from './support/temp-folder.ts';

type Settings = Record<string, string>;

/** Parts of file names: only what matches one of them is run; none: everything. */
const filters = process.argv.slice(2);
const stopped = new AbortController();
const undo: (() => Promise<void>)[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());

function matching(pattern: string): string[] {
  const files = globSync(pattern);
  return filters.length === 0 ? files : files.filter((file) => filters.some((part) => file.includes(part)));
}

const browserFiles = matching('tests/e2e/*.spec.ts');
const codeFiles = matching('tests/{unit,integration}/**/*.test.ts');
/** The build takes longest: it is left out where no chosen test looks at a running site. */
const needsBuild =
  browserFiles.length > 0 ||
  codeFiles.some((file) => readFileSync(file, 'utf8').includes('support/server.ts'));

/** Runs one part, tells its time, and passes on what it made; null if it failed or the run was stopped. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  if (stopped.signal.aborted) return null;
  console.log(`▸ ${name} …`);
  const began = performance.now();
  const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    const made = await work();
    console.log(`  ${name}: ${took()}`);
    return made;
  } catch (error) {
    console.error(
      `✗ ${name} failed after ${took()}: ${error instanceof Error ? error.message : String(error)}`,
    );
    return null;
  }
}

/** A program of its own, so that it can be stopped half-way. */
async function build(): Promise<true> {
  const { status } = await runProgram('node', ['lib/server/build.ts'], {
    loud: true,
    signal: stopped.signal,
  });
  if (status !== 0) throw new Error(`exit status ${status}`);
  return true;
}

async function runVitest(folder: string, env: Settings): Promise<Counts> {
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...codeFiles];
  const { status } = await runProgram('vitest', args, { env, loud: true, signal: stopped.signal });
  return readCounts('vitest', report, status);
}

async function runPlaywright(folder: string, env: Settings): Promise<Counts> {
  const report = join(folder, 'playwright.json');
  const { status } = await runProgram(
    'playwright',
    ['test', '--config', 'tests/playwright.config.ts', ...browserFiles],
    { env: { ...env, TEST_REPORT: report }, loud: true, signal: stopped.signal },
  );
  return readCounts('playwright', report, status);
}

/** Starts the site that most browser tests look at; gives what they need to find it and its database. */
async function startSampleSite(postgresUrl: string): Promise<Settings> {
  const databaseUrl = await createDatabase(postgresUrl, 'empty');
  const site = await startSite({ databaseUrl, signal: stopped.signal });
  undo.push(site.stop);
  return { TEST_SITE_URL: site.url, TEST_DATABASE_URL: databaseUrl, TEST_DATA_DIR: site.dataDir };
}

async function runBrowserTests(folder: string, env: Settings, postgresUrl: string): Promise<Counts> {
  const chromium = await part('Chromium', () => getChromium(stopped.signal));
  const site = chromium && (await part('sample site', () => startSampleSite(postgresUrl)));
  if (!chromium || !site) return crashed;
  const settings = { ...env, CHROMIUM_PATH: chromium, ...site };
  return (await part('browser tests', () => runPlaywright(folder, settings))) ?? crashed;
}

async function runAll(folder: string): Promise<Counts> {
  if (codeFiles.length + browserFiles.length === 0) return noCounts;
  const postgres = await part('throw-away PostgreSQL', startTestPostgres);
  if (!postgres) return crashed;
  undo.push(postgres.stop);
  const built = needsBuild ? await part('build', build) : true;
  const env = { TEST_POSTGRES_URL: postgres.url, TEST_TEMP_DIR: folder };
  const counts = [built ? noCounts : crashed];
  if (codeFiles.length > 0) {
    counts.push((await part('unit and integration tests', () => runVitest(folder, env))) ?? crashed);
  }
  if (browserFiles.length > 0 && built) counts.push(await runBrowserTests(folder, env, postgres.url));
  return sum(counts);
}

const began = performance.now();
const folder = makeTempFolder('test');
process.env['TEST_TEMP_DIR'] = folder;
let total = crashed;
try {
  total = await runAll(folder);
} finally {
  for (const step of undo.reverse()) await step().catch((error: unknown) => console.error(error));
  await sweep(folder);
}
if (stopped.signal.aborted) console.error('Stopped before the end.');
if (total.passed + total.failed === 0) console.error(`No test matches: ${filters.join(' ')}`);
console.log(`Time: ${((performance.now() - began) / 1000).toFixed(1)} s`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 && !stopped.signal.aborted ? 0 : 1);
