import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';

const megabyte = 1024 * 1024;
/** PostgreSQL's own, meant for any machine of the last twenty years. */
const least = 128;
/** The indexes of a million articles; a table of what is in it takes a hundredth more. */
const most = 4096;

/** Megabytes of a machine with so many bytes that PostgreSQL keeps tables and indexes in. */
export function sharedMegabytes(machineBytes: number): number {
  // A quarter, as its manual says ("Resource Consumption"). What is not used is not taken.
  return Math.min(most, Math.max(least, Math.floor(machineBytes / 4 / megabyte)));
}

/** Bytes of memory that this process and the database may have, in a container those of the container. */
function machineBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** What fills the memory again after a restart: a part of PostgreSQL, but not of every package of it. */
function hasPrewarm(initdb: string): boolean {
  const lib = join(dirname(initdb), '..', 'lib');
  const files = [
    'postgresql/pg_prewarm.so',
    'postgresql/pg_prewarm.dylib',
    'pg_prewarm.dylib',
    'pg_prewarm.dll',
  ];
  return files.some((file) => existsSync(join(lib, file)));
}

/**
 * Options for the embedded PostgreSQL: a search reads the indexes here and there, and what the system keeps of files it may
 * drop at any time.
 * @param initdb  the path of that program, beside which the others lie
 */
export function memoryFlags(initdb: string): string {
  const shared = `-c shared_buffers=${sharedMegabytes(machineBytes())}MB`;
  return hasPrewarm(initdb) ? `${shared} -c shared_preload_libraries=pg_prewarm` : shared;
}
