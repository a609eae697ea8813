import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { provideSecret } from '#lib/server/secret.ts';
import { readEnv } from '#lib/site/env.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toasoan-secret-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env['AUTH_SECRET'];
  vi.restoreAllMocks();
});

/** What a start with these settings signs cookies with, and what it says. */
function start(settings: Record<string, string> = {}): { secret: string | undefined; said: string } {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  provideSecret(readEnv({ NODE_ENV: 'test', DATA_DIR: join(folder, 'data'), ...settings }));
  return { secret: process.env['AUTH_SECRET'], said: log.mock.calls.flat().join('\n') };
}

test('the secret is made once, kept where only its owner can read it, and the same at the next start', () => {
  const first = start();
  expect(first.secret?.length).toBeGreaterThan(40);
  expect(first.said).toBe('');
  expect(start().secret).toBe(first.secret);
  const file = join(folder, 'data', 'auth-secret');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim()).toBe(first.secret);
});

test('one that is given is used, and none is kept', () => {
  const given = 'x'.repeat(40);
  expect(start({ AUTH_SECRET: given }).secret).toBe(given);
  expect(() => statSync(join(folder, 'data', 'auth-secret'))).toThrow();
});

test('on a database that other servers may share, a start without AUTH_SECRET says so', () => {
  expect(start({ DATABASE_URL: 'postgresql://localhost/bao' }).said).toContain('AUTH_SECRET is not set');
});

test('a damaged file is told, not replaced behind everybody’s back', () => {
  start();
  writeFileSync(join(folder, 'data', 'auth-secret'), '');
  expect(() => start()).toThrow(/is damaged\. Delete it/);
});
