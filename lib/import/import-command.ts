import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { runCommand } from '#lib/server/command.ts';
import { openDatabase } from '#lib/server/database.ts';
import { StartProblem } from '#lib/server/problem.ts';
import { readEnv } from '#lib/site/env.ts';
import { importArticles } from './import-articles.ts';
import { importNewspaper, importPins } from './import-newspaper.ts';
import { importRedirects } from './import-redirects.ts';
import { listNewspapers } from './list-newspapers.ts';
import { listSources } from './list-sources.ts';
import { showProgress } from './progress.ts';

// npm run import -- PATH…   The exit status is 1 if any file or row was refused. Articles come before the old addresses
// that lead to them.

/** Tables of old addresses. @returns how many rows were refused, a file that can't be read counting as one */
async function importTables(paths: readonly string[], cwd: string): Promise<number> {
  let refused = 0;
  for (const path of paths) {
    const text = await readFile(resolve(cwd, path), 'utf8').catch(() => null);
    if (text === null) {
      console.log(`${path}:1: there is no such file`);
      refused++;
      continue;
    }
    const { added, changed, unchanged, problems } = await importRedirects(text);
    for (const problem of problems) console.log(`${path}:${problem}`);
    console.log(
      `Old addresses: ${added} added, ${changed} changed, ${unchanged} unchanged, ${problems.length} refused`,
    );
    refused += problems.length;
  }
  return refused;
}

await runCommand(async () => {
  const named = process.argv.slice(2);
  if (named.length === 0)
    throw new StartProblem('Name the files or folders to import: npm run import -- PATH…');
  const tables = named.filter((path) => /\.csv$/i.test(path));
  const paths = named.filter((path) => !tables.includes(path));
  const env = readEnv();
  process.env['SITE_URL'] = env.siteUrl;
  const cwd = process.env['TOASOAN_CWD'] ?? process.cwd();
  const { newspapers, problems: badNewspapers } = await listNewspapers(paths, cwd);
  const { sources, problems: badPaths } = await listSources(paths, cwd);
  const problems = [...badNewspapers, ...badPaths];
  const stopping = new AbortController();
  // The first Ctrl-C ends the import after the article at hand; the database is closed as it should be.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const database = await openDatabase(env, 'importing');
  const progress = showProgress('Importing');
  try {
    for (const problem of problems) progress.note(problem);
    for (const paper of newspapers) await importNewspaper(paper);
    const report = await importArticles(sources, {
      folders: pictureFolders(env.dataDir),
      actor: null,
      now: new Date(),
      onProgress: progress.update,
      onNote: progress.note,
      signal: stopping.signal,
    });
    for (const paper of newspapers) await importPins(paper);
    progress.end();
    const refused = report.refused + problems.length;
    const { added, changed, unchanged } = report;
    if (paths.length > 0)
      console.log(`${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`);
    const badRows = stopping.signal.aborted ? 0 : await importTables(tables, cwd);
    if (stopping.signal.aborted) console.log('Stopped before the end; import again to go on.');
    return refused + badRows > 0 || stopping.signal.aborted ? 1 : 0;
  } finally {
    progress.end();
    await database.close();
  }
});
