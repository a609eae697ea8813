import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressBuilt } from './files/compress-built.ts';
import { StartProblem } from './problem.ts';

// What a build is made from. Tests, the sample newspaper and the documents are not in it.
const sources = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'next.config.mjs', 'proxy.ts'];
const moreSources = ['instrumentation.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];
const stamp = join('.next', '.toasoan-built');

function filesOf(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A fingerprint of everything that a build is made from. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const files = [...sources, ...moreSources].flatMap((path) =>
    /\.\w+$/.test(path) ? [path] : filesOf(path),
  );
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * What Next says where a path that it can't know beforehand has it read every file of the folder, the database's and all
 * pictures among them.
 */
const readsAll = 'causes tracing of the whole project';

async function runBuild(): Promise<void> {
  const cli = join('node_modules', 'next', 'dist', 'bin', 'next');
  // A build must need no database: not even ours is offered to it.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: '',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, [cli, 'build'], { stdio: ['ignore', 'pipe', 'pipe'], env });
  // However this process ends, the build does not go on without it.
  const end = () => child.kill();
  process.once('exit', end);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('exit', done));
  process.off('exit', end);
  if (status !== 0 || said.includes(readsAll)) throw new StartProblem(`The build failed:\n${said.trim()}`);
}

/**
 * Builds the site if there is no build, or one of other sources.
 * @returns whether it was built now
 * @throws StartProblem with what the build said
 */
export async function buildIfStale(): Promise<boolean> {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await runBuild();
  await compressBuilt();
  writeFileSync(stamp, hash);
  return true;
}
