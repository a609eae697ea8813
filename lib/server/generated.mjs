// Plain JavaScript for the launcher, which runs before anything that stands on the generated client can be loaded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As all commands run in the project's folder. */
const compilerFile = 'prisma/generated/query-compiler.wasm';

const compilerAsText =
  /const \{ wasm \} = await import\("(@prisma\/client\/runtime\/[\w.-]+)\.mjs"\)\s+return await decodeBase64AsWasm\(wasm\)/;
const compilerFromFile = `const { readFile } = await import('node:fs/promises')
    return new WebAssembly.Module(await readFile('${compilerFile}'))`;

/**
 * Prisma's compiler of queries comes with its client as four and a half megabytes of text, which stay in memory twice: as a
 * module's source and as its value. As a file its bytes are read and let go. Should a later Prisma write its client otherwise,
 * that stays as it was written.
 * @param {string} root  the project's folder
 */
function putCompilerInFile(root) {
  const path = join(root, 'prisma', 'generated', 'internal', 'class.ts');
  const code = readFileSync(path, 'utf8');
  const module = compilerAsText.exec(code)?.[1];
  if (!module) return;
  const { wasm } = createRequire(path)(`${module}.js`);
  writeFileSync(join(root, compilerFile), Buffer.from(wasm, 'base64'));
  writeFileSync(path, code.replace(compilerAsText, compilerFromFile));
}

/**
 * Generates Prisma's client from the schema, if it was not, or the schema or this file has changed since. Needs no network.
 * @param {string} root  the project's folder
 * @param {string} node  the Node to run it with
 * @returns {string | null}  what went wrong
 */
export function generateClient(root, node) {
  const stamp = join(root, 'prisma', 'generated', '.schema-hash');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return null;
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const env = { ...process.env, CHECKPOINT_DISABLE: '1' };
  const made = spawnSync(node, [cli, 'generate'], { cwd: root, encoding: 'utf8', env });
  if (made.status !== 0) return `Prisma's client could not be generated: ${made.stderr || made.stdout}`;
  putCompilerInFile(root);
  writeFileSync(stamp, hash);
  return null;
}
