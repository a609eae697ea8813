import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#tests/support/database.ts';
import { articleText, makeFolder, writeFiles } from '#tests/support/sample-files.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder = '';
beforeEach(async () => {
  database = await freshDatabase();
  folder = await makeFolder();
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Runs a command as the launcher does, called from the test's folder. */
async function run(command: 'import' | 'export', ...args: string[]) {
  const child = spawn(process.execPath, [`lib/import/${command}-command.ts`, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, 'data'),
      TOASOAN_CWD: folder,
    },
  });
  let out = '';
  let wrong = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (wrong += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, out, wrong };
}

test('the exit status, the summary and the problems tell how an import went', async () => {
  await writeFiles(folder, {
    'articles/a.md': articleText(),
    'articles/b.md': articleText({ title: undefined }),
  });
  const first = await run('import', 'articles');
  expect(first).toMatchObject({ status: 1, wrong: '' });
  expect(first.out).toContain('articles/b.md:1: "title" is missing\n');
  expect(first.out).toMatch(/\n1 added, 0 changed, 0 unchanged, 1 refused\n$/);
  const second = await run('import', 'articles/a.md', 'none');
  expect(second.status).toBe(1);
  expect(second.out).toContain('none:1: there is no such file or folder\n');
  const third = await run('import', 'articles/a.md');
  expect(third).toMatchObject({ status: 0, wrong: '' });
  expect(third.out).toMatch(/0 added, 0 changed, 1 unchanged, 0 refused\n$/);
});

test('a table of old addresses comes after the articles it leads to', async () => {
  await writeFiles(folder, {
    'articles/a.md': articleText(),
    'old.csv': 'from,to\nhttp://www.baocu.example/doc.asp?id=1,source:a\n/x,/khong-co\n',
  });
  const first = await run('import', 'articles', 'old.csv');
  expect(first).toMatchObject({ status: 1, wrong: '' });
  expect(first.out).toContain('1 added, 0 changed, 0 unchanged, 0 refused\n');
  expect(first.out).toContain('old.csv:3: "/khong-co" is neither a page of this site');
  expect(first.out).toMatch(/\nOld addresses: 1 added, 0 changed, 0 unchanged, 1 refused\n$/);
  expect((await run('import', 'none.csv')).out).toBe('none.csv:1: there is no such file\n');
});

test('an export says how many there were, and will not write over anything', async () => {
  await writeFiles(folder, { 'articles/a.md': articleText() });
  await run('import', 'articles');
  const first = await run('export', 'out');
  expect(first).toMatchObject({ status: 0, wrong: '' });
  expect(first.out).toBe(`Exporting 1/1 (100 %)\nExported to ${join(folder, 'out')}: articles 1, photos 0\n`);
  expect(await readdir(join(folder, 'out/articles'))).toEqual(['000001-cau-ben-tre-thong-xe.md']);
  const second = await run('export', 'out');
  expect(second.status).toBe(1);
  expect(second.wrong).toMatch(/^.* is not empty\. [^\n]*\n$/);
});

test('without a path, a command says how it is used', async () => {
  expect(await run('import')).toMatchObject({
    status: 1,
    wrong: expect.stringContaining('npm run import -- PATH'),
  });
  expect(await run('export')).toMatchObject({
    status: 1,
    wrong: expect.stringContaining('npm run export -- DIR'),
  });
});
