import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './problem.ts';

const stamp = join('prisma', 'generated', '.schema-hash');

/** Generates Prisma's client from the schema, if it was not or the schema has changed since. Needs no network. */
export function generateClient(): void {
  const hash = createHash('sha256').update(readFileSync('prisma/schema.prisma')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const cli = join('node_modules', 'prisma', 'build', 'index.js');
  const made = spawnSync(process.execPath, [cli, 'generate'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (made.status !== 0)
    throw new StartProblem(`Prisma's client could not be generated: ${made.stderr || made.stdout}`);
  writeFileSync(stamp, hash);
}
