import { resolve } from 'node:path';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { fillArchive, NotForArchives } from './fill-archive.ts';

const usage = `npm run bench -- archive COUNT [--besides]
  Writes an archive of COUNT articles into the database at DATABASE_URL or, without one, into one of its own in
  DATA_DIR/archives/COUNT, which DATA_DIR=… npm start then serves.
  --besides  writes also into a database that has other articles`;

/** `npm run bench -- archive 1000000`; gives the exit status. */
export async function archiveCommand(args: readonly string[]): Promise<number> {
  const [count = '', ...options] = args;
  const unknown = options.filter((option) => option !== '--besides');
  if (!/^[1-9]\d{0,8}$/.test(count) || unknown.length > 0) {
    console.error(usage);
    return 1;
  }
  const given = process.env['DATABASE_URL'];
  const dataDir = given
    ? resolve(process.env['DATA_DIR'] || '.data')
    : resolve(process.env['DATA_DIR'] || '.data', 'archives', count);
  const own = given ? null : await startPostgres(dataDir);
  const url = given ?? own?.url ?? '';
  try {
    await migrate(url);
    await fillArchive(url, {
      articles: Number(count),
      media: dataDir,
      besides: options.includes('--besides'),
    });
    console.log(
      `✓ ${count} articles are in ${given ? 'the database' : `${dataDir}: DATA_DIR=${dataDir} npm start`}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof NotForArchives)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await own?.stop();
  }
}
