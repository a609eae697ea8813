// The door of every npm command. Plain JavaScript without dependencies: on a fresh clone it runs on whatever
// Node the machine has, installs what the lock file names, and goes on under the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from './generated.mjs';
import { takeLock } from './lock.mjs';
import { servingFlags, servingSettings } from './serving-node.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const scripts = /** @type {Record<string, string>} */ ({
  start: 'lib/server/start.ts',
  dev: 'lib/server/dev.ts',
  build: 'lib/server/build.ts',
  migrate: 'lib/server/migrate.ts',
  import: 'lib/import/import-command.ts',
  export: 'lib/import/export-command.ts',
  test: 'tests/run.ts',
  bench: 'tests/bench/run.ts',
  check: 'tests/check.ts',
});

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function lockFileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

const stamp = join(root, 'node_modules', '.toasoan-installed');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function isInstalled() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockFileHash();
}

function install() {
  const lock = takeLock(join(root, '.data', 'install.lock'), 'installing');
  if ('holder' in lock) {
    stop(
      `Another start (process ${lock.holder.pid}) is installing in this folder. Wait until it is done, then start again.`,
    );
  }
  console.log('Installing dependencies (npm ci), about a minute …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (npm.status !== 0) {
    lock.release();
    stop(
      'The dependencies could not be installed: npm said why, above. Mend that, then run the same command again.',
    );
  }
  if (!existsSync(node)) {
    lock.release();
    stop(
      'The pinned Node was not installed (npm was told to run no scripts?). Run: npm rebuild node, then start again.',
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockFileHash());
  lock.release();
}

const [command = '', ...args] = process.argv.slice(2);
const script = scripts[command];
if (!script) stop(`No such command: "${command}". There are: ${Object.keys(scripts).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `Node ${process.versions.node} is too old. Any Node from 20 on will do; the right one is then installed by itself.`,
  );
}
if (!isInstalled()) install();
const ungenerated = generateClient(root, node);
if (ungenerated) stop(ungenerated);

// The pinned Node comes first on the path, so that whatever is started from here finds the same one.
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH']].join(
  process.platform === 'win32' ? ';' : ':',
);
const isServing = command === 'start';
const flags = isServing ? servingFlags : ['--disable-warning=ExperimentalWarning'];
const child = spawn(node, [...flags, join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...(isServing ? servingSettings : {}),
    // What Node makes of our files, types taken out, is kept for the next start.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    ...process.env,
    PATH: path,
    // Relative paths on the command line are the caller's, not the project's.
    TOASOAN_CWD: process.env['INIT_CWD'] ?? process.cwd(),
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    DO_NOT_TRACK: '1',
  },
});
// A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone must be handed on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
