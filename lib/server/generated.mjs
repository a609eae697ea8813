// Plain JavaScript for the launcher, which runs before anything that stands on the generated client can be loaded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Generates Prisma's client from the schema, if it was not or the schema has changed since. Needs no network.
 * @param {string} root  the project's folder
 * @param {string} node  the Node to run it with
 * @returns {string | null}  what went wrong
 */
export function generateClient(root, node) {
  const stamp = join(root, 'prisma', 'generated', '.schema-hash');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return null;
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const env = { ...process.env, CHECKPOINT_DISABLE: '1' };
  const made = spawnSync(node, [cli, 'generate'], { cwd: root, encoding: 'utf8', env });
  if (made.status !== 0) return `Prisma's client could not be generated: ${made.stderr || made.stdout}`;
  writeFileSync(stamp, hash);
  return null;
}
