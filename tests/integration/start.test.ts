import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isAlive } from '#lib/server/lock.mjs';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { runSql } from '#tests/support/postgres.ts';
import { beginSite, endSite, freePort, type Starting, untilServing } from '#tests/support/server.ts';
import { makeTempFolder, sweep } from '#tests/support/temp-folder.ts';

// npm start as a person meets it: the whole program, with the embedded database in a data folder of its own.

const patience = 150_000;
const sites: Starting[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const site of sites.splice(0)) await endSite(site, 'SIGKILL');
  for (const folder of folders.splice(0)) await sweep(folder);
});

/** A data folder that was started before: with a database that is not empty, and so gets no sample newspaper. */
async function startedFolder(): Promise<string> {
  const dataDir = newFolder();
  const postgres = await startPostgres(dataDir);
  await migrate(postgres.url);
  await runSql(
    postgres.url,
    "INSERT INTO category (name, slug, path, updated_at) VALUES ('Kho tàng', 'kho-tang', 'kho-tang', now())",
  );
  await postgres.stop();
  return dataDir;
}

function newFolder(): string {
  const folder = makeTempFolder('start');
  folders.push(folder);
  return folder;
}

async function begin(env: Record<string, string>): Promise<Starting> {
  const site = await beginSite({ env });
  sites.push(site);
  return site;
}

/** Waits for a start that must fail: status 1 and one sentence, no stack. */
async function refusal(site: Starting): Promise<string> {
  expect(await site.ended).toBe(1);
  const lines = site.errors.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function status(url: string): Promise<number> {
  return (await fetch(url)).status;
}

test(
  'serves, Ctrl-C leaves nothing running, and the second start makes no second account',
  async () => {
    const dataDir = await startedFolder();
    const site = await begin({ DATA_DIR: dataDir });
    await untilServing(site);
    expect(await status(site.url)).toBe(200);
    await expect.poll(() => site.output, { timeout: 60_000 }).toContain(`Site      ${site.url}\n`);
    expect(site.output).toContain(`${site.url}/admin`);
    expect(site.output).toContain('Password');
    const postgres = postgresPid(dataDir);
    expect(await endSite(site, 'SIGINT')).toBe(0);
    expect(site.errors).toBe('');
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(dataDir, 'run.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    await expect(fetch(site.url)).rejects.toThrow();

    const again = await begin({ DATA_DIR: dataDir });
    await untilServing(again);
    expect(again.output).not.toContain('Password');
    expect(await endSite(again, 'SIGTERM')).toBe(0);
  },
  patience,
);

test(
  'two starts at once: one serves, the other is told so in one sentence',
  async () => {
    const dataDir = await startedFolder();
    const both = [await begin({ DATA_DIR: dataDir }), await begin({ DATA_DIR: dataDir })];
    const loser = await Promise.race(both.map((site) => site.ended.then(() => site)));
    expect(await refusal(loser)).toMatch(
      /^Tòa Soạn already runs on .* \(process \d+, serving at http:\/\/localhost:\d+\)\. Stop it first/,
    );
    const winner = both.find((site) => site !== loser);
    if (!winner) throw new Error('both ended');
    await untilServing(winner);
    expect(await status(winner.url)).toBe(200);
    expect(await endSite(winner)).toBe(0);
  },
  patience,
);

test('a port that is taken is told before anything is made', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  try {
    const dataDir = newFolder();
    const site = await begin({ DATA_DIR: dataDir, PORT: String(port) });
    expect(await refusal(site)).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
    expect(readdirSync(dataDir)).toEqual([]);
  } finally {
    other.close();
  }
});

test('a setting that is wrong is told', async () => {
  const site = await begin({ DATA_DIR: newFolder(), SITE_URL: 'baomochai' });
  expect(await refusal(site)).toBe('SITE_URL must be an address such as https://baomochai.example');
});

test('a database that can’t be reached is told', async () => {
  const site = await begin({ DATA_DIR: newFolder(), DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x' });
  expect(await refusal(site)).toMatch(
    /^The database at 127\.0\.0\.1:1\/x can't be reached: .* Check DATABASE_URL\.$/,
  );
});

test(
  'Ctrl-C in the middle of the first start leaves nothing running',
  async () => {
    const dataDir = newFolder();
    const site = await begin({ DATA_DIR: dataDir });
    // As soon as the database is up and the sample newspaper is being loaded.
    await expect
      .poll(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')), { timeout: 30_000 })
      .toBe(true);
    await expect.poll(() => site.output, { timeout: 30_000 }).toContain('The database is up');
    const postgres = postgresPid(dataDir);
    await endSite(site, 'SIGINT');
    expect(isAlive(postgres)).toBe(false);
    expect(existsSync(join(dataDir, 'run.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  },
  patience,
);

test(
  'killed, it is started again with its data',
  async () => {
    const dataDir = await startedFolder();
    const site = await begin({ DATA_DIR: dataDir });
    await untilServing(site);
    await endSite(site, 'SIGKILL');
    const again = await begin({ DATA_DIR: dataDir });
    await untilServing(again);
    expect(await status(`${again.url}/kho-tang`)).toBe(200);
    expect(again.output).not.toContain('Password');
    expect(await endSite(again)).toBe(0);
  },
  patience,
);
