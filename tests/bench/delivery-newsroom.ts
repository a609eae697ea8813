import { request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { step } from '#lib/server/steps.ts';
import { forgetClient } from '#tests/support/database.ts';
import { createDatabase, runSql, startTestPostgres } from '#tests/support/postgres.ts';
import { runProgram } from '#tests/support/program.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { fillArchive } from './archive/fill-archive.ts';
import { secret, type Where } from './rivals.ts';

// What the parts of the benchmark of delivery stand on: a newsroom of some size, on a PostgreSQL that writes to disk before
// it says "done", as a paper's does.

/** As a paper's own PostgreSQL is set. */
const durable = '-c max_connections=200';

/** Runs a part on a filled newsroom and a build of these sources; nothing of it is left afterwards. */
export async function withNewsroom<T>(articles: number, work: (where: Where) => Promise<T>): Promise<T> {
  const postgres = await step('A throw-away PostgreSQL is up', () => startTestPostgres(durable));
  try {
    const databaseUrl = await createDatabase(postgres.url, 'migrated');
    Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET: secret });
    await step(`${articles} articles are in it`, () =>
      fillArchive(databaseUrl, { articles, media: null, quiet: true }),
    );
    await step('The site is built', async () => {
      const { status, output } = await runProgram(process.execPath, [join('lib', 'server', 'build.ts')]);
      if (status !== 0) throw new Error(output);
    });
    // As after a night's rest: what filling it left behind is written down.
    await runSql(databaseUrl, 'CHECKPOINT');
    return await work({ databaseUrl, dataDir: makeTempFolder('bench-site') });
  } finally {
    await forgetClient();
    await postgres.stop();
  }
}

/** Addresses of published articles, the newest first. */
export async function listArticles(databaseUrl: string, count: number, after = 0): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ path: string }>(
      `SELECT '/' || slug || '-' || id || '.html' AS path FROM article WHERE status = 'published'
       ORDER BY first_published_at DESC, id DESC LIMIT $1 OFFSET $2`,
      [count, after],
    );
    return rows.map(({ path }) => path);
  } finally {
    await client.end();
  }
}

/** An answer's bytes as they came over the wire. */
export interface Bytes {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** Of the status line and the headers. */
  headerBytes: number;
}

/** Asks for an address in one encoding and gives the bytes as sent. */
export async function askBytes(url: string, encoding: 'br' | 'gzip' | 'identity'): Promise<Bytes> {
  return await new Promise((done, fail) => {
    const asked = request(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const lines = answer.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);
        const { statusCode: status = 0, headers } = answer;
        done({ status, headers, body: Buffer.concat(parts), headerBytes: lines + 17 + 2 });
      });
    });
    asked.on('error', fail).end();
  });
}
