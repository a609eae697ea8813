import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a server did under load. */
export interface Load {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failures: number;
}

const milliseconds: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

function duration(text: string, percentile: number): number {
  const found = new RegExp(`^\\s+${percentile}%\\s+([\\d.]+)(us|ms|s|m)\\s*$`, 'm').exec(text);
  return Number(found?.[1] ?? Number.NaN) * (milliseconds[found?.[2] ?? ''] ?? Number.NaN);
}

/** Pins a program to one core where the system has a way to. */
export const pinned = (core: number, command: string, args: string[]): [string, string[]] =>
  process.platform === 'linux' ? ['taskset', ['-c', String(core), command, ...args]] : [command, args];

export async function hasProgram(name: string): Promise<boolean> {
  return await run(name, ['-v']).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

/**
 * Asks an address over and over, 32 connections at a time, from the second core.
 * @throws Error where wrk is not installed
 */
export async function load(url: string, seconds: number): Promise<Load> {
  const args = ['-t1', '-c32', `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url];
  const { stdout } = await run(...pinned(1, 'wrk', args));
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1];
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/
    .exec(stdout)
    ?.slice(1);
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1];
  return {
    requestsPerSecond: Number(rate ?? 0),
    p50: duration(stdout, 50),
    p99: duration(stdout, 99),
    failures: (errors ?? []).reduce((sum, count) => sum + Number(count), Number(refused ?? 0)),
  };
}

/** The value that a share of them (0.5: half) do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
