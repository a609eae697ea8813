import { join } from 'node:path';
import { testServer } from './database.ts';
import { createDatabase, dropDatabase, runSql, urlOf } from './postgres.ts';
import { runProgram } from './program.ts';
import { articleText, writeFiles } from './sample-files.ts';
import { endSite, startSite } from './server.ts';
import { makeTempFolder } from './temp-folder.ts';

/** A site of a test's own, with a few articles of words only, whose database can be taken away. */
export interface SmallSite {
  url: string;
  databaseUrl: string;
  /** Imports article files while the site runs, as `npm run import` does. */
  importFiles: (files: Record<string, string>) => Promise<void>;
  sql: (text: string) => Promise<void>;
  takeDatabaseAway: () => Promise<void>;
  bringDatabaseBack: () => Promise<void>;
  /** Ends the server: as a power cut does, or as Ctrl-C does; gives its exit status. */
  kill: (signal?: 'SIGKILL' | 'SIGINT') => Promise<number>;
  /** Starts it again after that: the same address, database and data folder. */
  startAgain: () => Promise<void>;
  stop: () => Promise<void>;
}

/** @param settings  of the site's environment, besides the usual */
export async function startSmallSite(
  files: Record<string, string>,
  settings: Record<string, string> = {},
): Promise<SmallSite> {
  const databaseUrl = await createDatabase(testServer(), 'migrated');
  const name = new URL(databaseUrl).pathname.slice(1);
  const server = urlOf(databaseUrl, 'postgres');
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: makeTempFolder('small') };
  const importFiles = async (more: Record<string, string>) => {
    const folder = makeTempFolder('articles');
    await writeFiles(folder, more);
    const args = ['lib/import/import-command.ts', folder];
    const { status, output } = await runProgram(process.execPath, args, { env });
    if (status !== 0) throw new Error(`The import failed: ${output}`);
  };
  await importFiles(files);
  let site = await startSite({ databaseUrl, env: { ...settings, DATA_DIR: env.DATA_DIR } });
  return {
    url: site.url,
    databaseUrl,
    importFiles,
    sql: (text) => runSql(databaseUrl, text),
    takeDatabaseAway: async () => {
      await runSql(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await runSql(
        server,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
    },
    bringDatabaseBack: () => runSql(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`),
    kill: (signal = 'SIGKILL') => endSite(site, signal),
    startAgain: async () => {
      const { port } = new URL(site.url);
      site = await startSite({ databaseUrl, env: { ...settings, DATA_DIR: env.DATA_DIR, PORT: port } });
    },
    stop: async () => {
      await site.stop();
      await dropDatabase(databaseUrl);
    },
  };
}

/** Files of `count` short articles, the first the newest. */
export function manyArticles(count: number, category = 'Tin tức'): Record<string, string> {
  const files = Array.from({ length: count }, (_, i) => {
    const minute = new Date(Date.UTC(2026, 2, 1) - i * 60_000).toISOString().slice(0, 19);
    const text = articleText({
      title: `Bản tin thứ ${i + 1}`,
      category,
      publishedAt: `${minute}+00:00`,
      tags: ['bản tin'],
    });
    return [join('articles', `ban-tin-${String(i + 1).padStart(3, '0')}.md`), text] as const;
  });
  return Object.fromEntries(files);
}
