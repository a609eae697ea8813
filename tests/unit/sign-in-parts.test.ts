import { describe, expect, test } from 'vitest';
import { clientAddress } from '#lib/server/client-address.ts';
import { addressOf } from '#lib/staff/address.ts';
import { deviceName } from '#lib/staff/device-name.ts';
import { newPassword } from '#lib/staff/password-rules.ts';
import { makeRecoveryCodes, tidyRecoveryCode } from '#lib/staff/recovery-codes.ts';
import { returnPath, signInPath } from '#lib/staff/return-path.ts';

describe('where signing in leads', () => {
  test.each(['/admin', '/admin/bai-viet/12?loc=nhap', '/admin/anh?q=c%E1%BA%A7u'])('%s: there', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  test.each([
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example/admin',
    '\\\\evil.example',
    '/admin/..//evil.example',
    '/admin/../../tin-tuc',
    '/%2e%2e/',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/administrator',
    '/admin@evil.example',
    '/tin-tuc',
    'admin',
    '',
    '/admin/dang-nhap',
    '/admin/dang-nhap?ve=/admin/dang-nhap',
    undefined,
    ['/admin/anh', '/admin'],
  ])('%s: the newsroom’s first page', (path) => {
    expect(returnPath(path)).toBe('/admin');
  });

  test('whatever is given, the browser stays on this site', () => {
    for (const path of [
      '/admin//evil.example',
      '/admin/..;/x',
      '/admin?x=//evil.example',
      '/admin\\@evil.example/',
    ]) {
      const url = new URL(returnPath(path), 'https://bao.example');
      expect([url.origin, url.pathname.split('/')[1]]).toEqual(['https://bao.example', 'admin']);
    }
  });

  test('the sign-in page knows the way back', () => {
    const url = new URL(signInPath('/admin/bai-viet?trang=2&q=a b'), 'https://bao.example');
    expect(returnPath(url.searchParams.get('ve'))).toBe('/admin/bai-viet?trang=2&q=a%20b');
  });
});

describe('the address that guesses are counted by', () => {
  const asked = (forwarded: string | undefined) => ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '198.51.100.1' },
  });

  test('without a proxy of ours, what a request says of itself counts for nothing', () => {
    expect(clientAddress(asked('203.0.113.9'), 0)).toBe('198.51.100.1');
    expect(clientAddress(asked(undefined), 0)).toBe('198.51.100.1');
  });

  test('behind our proxies, as much as they wrote is believed', () => {
    expect(clientAddress(asked('1.2.3.4, 203.0.113.9'), 1)).toBe('203.0.113.9');
    expect(clientAddress(asked('1.2.3.4, 203.0.113.9, 10.0.0.1'), 2)).toBe('203.0.113.9');
    expect(clientAddress(asked(undefined), 1)).toBe('198.51.100.1');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:DB8:0:1:aaaa::1', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['nonsense', 'unknown'],
    ['', 'unknown'],
  ])('%s counts as %s', (given, counted) => {
    expect(addressOf(new Headers({ 'x-forwarded-for': given }))).toBe(counted);
  });
});

describe('passwords', () => {
  const problem = (text: string) => newPassword.safeParse(text).error?.issues[0]?.message ?? null;

  test('a few words are enough', () => {
    expect(problem('mèo nằm trên mái')).toBeNull();
  });

  test('short, endless, monotonous or unprintable ones are refused', () => {
    expect(problem('ngắn quá')).toContain('ít nhất 12');
    expect(problem('a'.repeat(10_000))).toContain('dài nhất 256');
    expect(problem('aaaaaaaaaaaaaaaa')).toContain('khác nhau');
    expect(problem('mật\u0000khẩu rất dài')).toContain('điều khiển');
  });

  test('letters are counted as people see them, however they were typed', () => {
    // Eleven letters, of which the marks are typed apart: more code units than twelve.
    expect(problem('Tường Vi ầấ'.normalize('NFD'))).toContain('ít nhất 12');
  });
});

test('recovery codes are ten, differ, and are found again however they are typed', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(tidyRecoveryCode(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code);
  }
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    'Chrome trên Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge trên Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604',
    'Safari trên iPhone',
  ],
  ['curl/8.0', 'Trình duyệt lạ'],
  ['', 'Trình duyệt lạ'],
])('%s is %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});
