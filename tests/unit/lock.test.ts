import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive, lockHolder, takeLock } from '#lib/server/lock.mjs';

let lock: string;
beforeEach(() => {
  lock = join(mkdtempSync(join(tmpdir(), 'toasoan-lock-')), 'run.lock');
});
afterEach(() => rmSync(dirname(lock), { recursive: true }));

/** Runs a line of script that has takeLock in a process of its own, to its end or to what it prints. */
function inProcess(script: string) {
  const source = `import { takeLock } from ${JSON.stringify(join(process.cwd(), 'lib/server/lock.mjs'))}; ${script}`;
  return spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  return child.pid ?? 0;
}

test('is taken, told of, and free again once released', () => {
  const first = takeLock(lock, 'serving port 3000');
  expect(first).toHaveProperty('release');
  expect(lockHolder(lock)).toMatchObject({ pid: process.pid, doing: 'serving port 3000' });
  expect(takeLock(lock, 'importing')).toMatchObject({
    holder: { pid: process.pid, doing: 'serving port 3000' },
  });
  if ('release' in first) first.release();
  expect(existsSync(lock)).toBe(false);
  expect(takeLock(lock, 'importing')).toHaveProperty('release');
});

test('makes the folder it lies in', () => {
  expect(takeLock(join(dirname(lock), 'new', 'deep', 'run.lock'), 'starting')).toHaveProperty('release');
});

test('another process is turned away with who has it, until it is released', async () => {
  const child = inProcess(
    `const lock = takeLock(${JSON.stringify(lock)}, 'serving'); console.log('taken'); process.stdin.on('data', () => { lock.release(); process.exit(0); });`,
  );
  await once(child.stdout, 'data');
  expect(takeLock(lock, 'importing')).toMatchObject({ holder: { pid: child.pid, doing: 'serving' } });
  child.stdin.write('go');
  await once(child, 'close');
  expect(takeLock(lock, 'importing')).toHaveProperty('release');
});

test('one left behind by a killed process is taken over', async () => {
  const child = inProcess(
    `takeLock(${JSON.stringify(lock)}, 'serving'); console.log('taken'); setInterval(() => {}, 1000);`,
  );
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(existsSync(lock)).toBe(true);
  expect(lockHolder(lock)).toBeNull();
  expect(takeLock(lock, 'serving again')).toHaveProperty('release');
  expect(lockHolder(lock)).toMatchObject({ pid: process.pid, doing: 'serving again' });
  expect(readdirSync(dirname(lock))).toEqual(['run.lock']);
});

test.runIf(existsSync('/proc/self/stat'))(
  'one whose number now belongs to a process born later is taken over',
  () => {
    // Process 1 always lives, and was not born at tick 7.
    writeFileSync(lock, JSON.stringify({ pid: 1, born: '7', doing: 'serving' }));
    expect(isAlive(1)).toBe(true);
    expect(lockHolder(lock)).toBeNull();
    expect(takeLock(lock, 'starting')).toHaveProperty('release');
  },
);

test('a broken file holds nothing', () => {
  writeFileSync(lock, '{"pid":');
  expect(takeLock(lock, 'starting')).toHaveProperty('release');
});

test('a release leaves a lock alone that is another’s by now', async () => {
  const mine = takeLock(lock, 'starting');
  writeFileSync(lock, JSON.stringify({ pid: await deadPid(), born: '', doing: 'other' }));
  if ('release' in mine) mine.release();
  expect(readFileSync(lock, 'utf8')).toContain('other');
});

test('where the system tells no birth, a dead process holds nothing', async () => {
  writeFileSync(lock, JSON.stringify({ pid: await deadPid(), born: '', doing: 'serving' }));
  expect(lockHolder(lock)).toBeNull();
});

test('of many that start at once over a stale lock, exactly one gets it', async () => {
  // One race would seldom show a gap: forty, each at a moment that all processes wait for.
  const rounds = 40;
  const paths = Array.from({ length: rounds }, (_, round) => `${lock}-${round}`);
  const stale = JSON.stringify({ pid: await deadPid(), born: '1', doing: 'old' });
  for (const path of paths) writeFileSync(path, stale);
  const race = `
    process.stdin.once('data', (start) => {
      const won = [];
      for (const [round, path] of ${JSON.stringify(paths)}.entries()) {
        while (Date.now() < Number(start) + round * 30);
        if ('release' in takeLock(path, 'x')) won.push(round);
      }
      console.log(JSON.stringify(won));
      process.stdin.once('data', () => process.exit(0));
    });
    console.log('ready');`;
  const starters = Array.from({ length: 4 }, () => inProcess(race));
  await Promise.all(starters.map((child) => once(child.stdout, 'data')));
  const answers = starters.map((child) => once(child.stdout, 'data'));
  const start = Date.now() + 200;
  for (const child of starters) child.stdin.write(String(start));
  const won = (await Promise.all(answers)).flatMap(([chunk]) => JSON.parse(String(chunk)) as number[]);
  const ended = Promise.all(starters.map((child) => once(child, 'close')));
  for (const child of starters) child.stdin.write('end');
  await ended;
  expect(won.sort((a, b) => a - b)).toEqual([...paths.keys()]);
}, 30_000);
