import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvError, readEnv } from '#lib/site/env.ts';

/** Reads these settings and no others. */
function read(settings: Record<string, string>) {
  return readEnv({ NODE_ENV: 'test', ...settings });
}

test('nothing set: the defaults of a first start', () => {
  expect(read({})).toEqual({
    port: 3000,
    adminPort: null,
    maxConnections: 4096,
    purgeUrl: null,
    indexNowKey: null,
    indexNowUrl: null,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    databaseUrl: null,
    dataDir: resolve('.data'),
    adminEmail: null,
    adminPassword: null,
    authSecret: null,
    trustProxy: 0,
    mail: null,
  });
});

test('an empty variable counts as unset', () => {
  const names = ['PORT', 'HOST', 'SITE_URL', 'DATABASE_URL', 'DATA_DIR', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'];
  expect(read(Object.fromEntries([...names, 'AUTH_SECRET'].map((name) => [name, ''])))).toEqual(read({}));
});

test('settings are read, and the site follows the port', () => {
  expect(read({ PORT: '8080', HOST: '::1', DATA_DIR: '/var/lib/toasoan' })).toMatchObject({
    port: 8080,
    host: '::1',
    siteUrl: 'http://localhost:8080',
    dataDir: '/var/lib/toasoan',
  });
  expect(read({ SITE_URL: 'https://baomochai.example/' }).siteUrl).toBe('https://baomochai.example');
  expect(read({ ADMIN_EMAIL: 'An@Bao.Example', ADMIN_PASSWORD: 'mười hai ký tự' }).adminEmail).toBe(
    'an@bao.example',
  );
});

test('mail and proxies', () => {
  const from = 'Tòa soạn <toasoan@bao.example>';
  expect(read({ SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: from, TRUST_PROXY: '2' })).toMatchObject(
    {
      trustProxy: 2,
      mail: { url: 'smtps://u:p@mail.example:465', from },
    },
  );
});

describe('a bad setting is refused with what to write instead', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT must be a number'],
    [{ INDEXNOW_KEY: 'short' }, 'INDEXNOW_KEY must be 8 to 128 letters'],
    [{ INDEXNOW_KEY: 'sáu/chữ-cái' }, 'INDEXNOW_KEY must be 8 to 128 letters'],
    [{ PORT: '-1' }, 'PORT must be a number'],
    [{ PORT: '0' }, 'PORT must be between 1 and 65535'],
    [{ PORT: '65536' }, 'PORT must be between 1 and 65535'],
    [{ HOST: 'http://x' }, 'HOST must be an address'],
    [{ SITE_URL: 'baomochai.example' }, 'SITE_URL must be an address'],
    [{ SITE_URL: 'ftp://baomochai.example' }, 'SITE_URL must be an address'],
    [{ SITE_URL: 'https://baomochai.example/bao' }, 'SITE_URL must be without a path'],
    [{ SITE_URL: 'https://baomochai.example/?a=1' }, 'SITE_URL must be without a path'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must look like postgresql://'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must look like postgresql://'],
    [{ ADMIN_EMAIL: 'nobody' }, 'ADMIN_EMAIL must be an e-mail address'],
    [{ ADMIN_EMAIL: 'a@b.example', ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD must have at least 12'],
    [{ ADMIN_PASSWORD: 'long enough, and more' }, 'ADMIN_PASSWORD needs ADMIN_EMAIL'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be the number of proxies'],
    [{ SMTP_URL: 'mail.example:25', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must look like smtps://'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL and MAIL_FROM need each other'],
    [{ MAIL_FROM: 'a@b.example' }, 'SMTP_URL and MAIL_FROM need each other'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an e-mail address'],
    [{ SMTP_URL: 'smtp://x', MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, 'MAIL_FROM must be'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32'],
  ] as [Record<string, string>, string][])('%o', (settings, message) => {
    expect(() => read(settings)).toThrow(EnvError);
    expect(() => read(settings)).toThrow(message);
  });

  test('all that is wrong is told at once, a line each', () => {
    expect(() => read({ PORT: 'x', AUTH_SECRET: 'y' })).toThrow(/^PORT must .*\nAUTH_SECRET must .*$/);
  });
});
