import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { Conflict, Invalid } from '#lib/site/problems.ts';
import { signInInput } from '#lib/staff/sign-in.ts';
import { countAttempt, limits } from '#lib/staff/throttle.ts';
import { addTwoFactor, enter, giveCode, givePassword, whoIs } from '#tests/support/accounts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff, type TestStaff } from '#tests/support/staff.ts';
import { appCode } from '#tests/support/totp.ts';
import { Visitor } from '#tests/support/visitor.ts';

let close: () => Promise<void>;
let staff: TestStaff;
beforeAll(async () => {
  process.env['AUTH_SECRET'] = 'a secret of the tests, long enough';
  ({ close } = await freshDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  staff = await makeStaff('reporter');
  await db().signInThrottle.deleteMany();
});

const wrong = 'E-mail hoặc mật khẩu không đúng.';
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** What the server says to an attempt; null if it lets the person in. */
async function answer(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof Invalid || error instanceof Conflict) return error.message;
    throw error;
  }
}

describe('e-mail and password', () => {
  test('the right ones let a person in, with their role', async () => {
    const visitor = new Visitor();
    expect((await givePassword(visitor, staff.email, staff.password)).step).toBe('in');
    expect(await whoIs(visitor)).toMatchObject({ id: staff.id, role: 'reporter', categoryIds: [] });
  });

  test('an address in capitals with blanks around it is the same address', async () => {
    const visitor = new Visitor();
    await givePassword(visitor, `  ${staff.email.toUpperCase()} `, staff.password);
    expect((await whoIs(visitor))?.id).toBe(staff.id);
  });

  test('a password is the same however its marks were typed', async () => {
    const { hashPassword } = await import('better-auth/crypto');
    const password = 'mật khẩu tiếng Việt';
    await db().account.updateMany({
      where: { userId: staff.id },
      data: { password: await hashPassword(password.normalize('NFC')) },
    });
    expect((await givePassword(new Visitor(), staff.email, password.normalize('NFD'))).step).toBe('in');
  });

  test('a wrong password, an unknown account, a disabled one and one without a password are told apart by nothing', async () => {
    const disabled = await makeStaff('editor');
    await db().staff.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    const fresh = await makeStaff('editor');
    await db().account.deleteMany({ where: { userId: fresh.id } });
    const answers = [
      await answer(givePassword(new Visitor(), staff.email, 'không phải thế')),
      await answer(givePassword(new Visitor(), 'khong-co-ai@thu.example', staff.password)),
      await answer(givePassword(new Visitor(), disabled.email, disabled.password)),
      await answer(givePassword(new Visitor(), fresh.email, fresh.password)),
    ];
    expect(answers).toEqual([wrong, wrong, wrong, wrong]);
    expect(await db().session.count({ where: { userId: { in: [disabled.id, fresh.id] } } })).toBe(0);
  });

  test.each([
    ['a password of 10 KB', { email: 'a@b.example', password: 'x'.repeat(10_240) }],
    ['no password', { email: 'a@b.example', password: '' }],
    ['a NUL in the address', { email: 'a\u0000@b.example', password: 'x' }],
    // The hash would not see it.
    ['a NUL after the password', { email: 'a@b.example', password: 'mat-khau-de-thu-2026\u0000' }],
    ['an address that is none', { email: "' OR 1=1 --", password: 'x' }],
    ['an endless address', { email: `${'a'.repeat(5000)}@b.example`, password: 'x' }],
    ['objects', { email: { $ne: '' }, password: { $ne: '' } }],
  ])('%s is refused before anything is asked of the database', (_name, input) => {
    expect(signInInput.safeParse({ step: 'password', ...input }).success).toBe(false);
  });
});

describe('guesses', () => {
  const guess = (visitor: Visitor, now?: Date, email = staff.email) =>
    answer(givePassword(visitor, email, 'đoán bừa một cái', now));

  test('after five of them the account waits, and even the right password waits with it', async () => {
    for (let i = 0; i < 5; i++) expect(await guess(new Visitor(`203.0.113.${i}`))).toBe(wrong);
    expect(await guess(new Visitor('203.0.113.99'))).toMatch(
      /^Đã thử quá nhiều lần\. Hãy thử lại sau \d giây\.$/,
    );
    expect(await answer(givePassword(new Visitor(), staff.email, staff.password))).toMatch(/quá nhiều lần/);
    expect(await answer(givePassword(new Visitor(), staff.email, staff.password, later(6)))).toBeNull();
    // Who has come in has a clean slate.
    for (let i = 0; i < 4; i++) expect(await guess(new Visitor(), later(7))).toBe(wrong);
  });

  test('an account that does not exist waits just the same', async () => {
    const nobody = 'khong-co-ai-ca@thu.example';
    for (let i = 0; i < 5; i++)
      expect(await guess(new Visitor(`203.0.113.${i}`), undefined, nobody)).toBe(wrong);
    expect(await guess(new Visitor(), undefined, nobody)).toMatch(/quá nhiều lần/);
  });

  test('the wait grows, and stays short', async () => {
    let clock = Date.now();
    const count = () => countAttempt(`email:${staff.email}`, limits.account, new Date(clock));
    const waits: number[] = [];
    for (let i = 0; i < 14; i++) {
      expect(await count()).toBe(0);
      const { lockedUntil } = await db().signInThrottle.findFirstOrThrow();
      const wait = lockedUntil ? lockedUntil.getTime() - clock : 0;
      waits.push(wait / 1000);
      clock += wait;
    }
    expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
    // An hour of peace, and all is forgotten.
    clock += 3_600_001;
    await count();
    expect(await db().signInThrottle.findFirst()).toMatchObject({ failures: 1, lockedUntil: null });
  });

  test('fifty at once are no way around the count', async () => {
    const visitors = Array.from({ length: 50 }, (_, i) => new Visitor(`198.51.100.${i}`));
    const answers = await Promise.all(visitors.map((visitor) => guess(visitor)));
    expect(answers.filter((one) => one === wrong).length).toBe(5);
  });

  test('an address that tries account after account waits too, and an IPv6 network counts as one', async () => {
    for (let i = 0; i < 28; i++) await countAttempt('address:2001:db8:1:2', limits.address, new Date());
    const tries = ['::1', '::2', 'a:b:c:d'].map(
      (host) => `2001:db8:1:2${host.startsWith(':') ? host : `:${host}`}`,
    );
    const answers: (string | null)[] = [];
    for (const [i, address] of tries.entries()) {
      answers.push(await guess(new Visitor(address), undefined, `nguoi-${i}@thu.example`));
    }
    expect(answers).toEqual([wrong, wrong, expect.stringContaining('quá nhiều lần')]);
    expect(await guess(new Visitor('2001:db8:1:3::1'), undefined, 'khac@thu.example')).toBe(wrong);
  });

  test('somebody else’s guesses keep no one out of their own browser, nor end what they are doing there', async () => {
    const own = new Visitor('192.0.2.10');
    await enter(own, staff);
    const elsewhere = new Visitor('192.0.2.11');
    await enter(elsewhere, staff);
    elsewhere.cookies.delete('toasoan.session_token');
    for (let i = 0; i < 6; i++) await guess(new Visitor(`203.0.113.${i}`));
    expect(await answer(givePassword(new Visitor('192.0.2.12'), staff.email, staff.password))).toMatch(
      /quá nhiều/,
    );
    expect((await whoIs(own))?.id).toBe(staff.id);
    expect((await givePassword(elsewhere, staff.email, staff.password)).step).toBe('in');
  });

  test('a known browser is known to its own account only, and has its own count', async () => {
    const other = await makeStaff('editor');
    const own = new Visitor();
    await enter(own, other);
    for (let i = 0; i < 5; i++) await guess(new Visitor(`203.0.113.${i}`));
    // The mark of another account's browser opens no second count here.
    expect(await guess(own)).toMatch(/quá nhiều lần/);
    for (let i = 0; i < 5; i++) expect(await guess(own, undefined, other.email)).toBe(wrong);
    expect(await guess(own, undefined, other.email)).toMatch(/quá nhiều lần/);
  });
});

describe('sessions', () => {
  test('end two weeks after the last use', async () => {
    const visitor = new Visitor();
    await enter(visitor, staff);
    await db().session.updateMany({ where: { userId: staff.id }, data: { expiresAt: later(-1) } });
    expect(await whoIs(visitor)).toBeNull();
  });

  test('are prolonged by use', async () => {
    const visitor = new Visitor();
    await enter(visitor, staff);
    const where = { userId: staff.id };
    await db().session.updateMany({ where, data: { expiresAt: later(3600), updatedAt: later(-3600) } });
    expect(await whoIs(visitor)).not.toBeNull();
    const session = await db().session.findFirstOrThrow({ where });
    expect(session.expiresAt.getTime()).toBeGreaterThan(later(13 * 86_400).getTime());
  });

  test('open for nobody who is disabled, though the session were there', async () => {
    const visitor = new Visitor();
    await enter(visitor, staff);
    await db().staff.update({ where: { id: staff.id }, data: { disabledAt: new Date() } });
    expect(await whoIs(visitor)).toBeNull();
  });

  test('are known by their cookie, which nobody can make up or alter', async () => {
    const visitor = new Visitor();
    await enter(visitor, staff);
    const cookie = visitor.cookies.get('toasoan.session_token') ?? '';
    const { token } = await db().session.findFirstOrThrow({ where: { userId: staff.id } });
    for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, cookie.slice(0, -2), 'x', '']) {
      visitor.cookies.set('toasoan.session_token', forged);
      expect(await whoIs(visitor)).toBeNull();
    }
    visitor.cookies.set('toasoan.session_token', cookie);
    expect(await whoIs(visitor)).not.toBeNull();
  });

  test('follow the person’s role and sections at once, children of a section included', async () => {
    const parent = await db().category.create({ data: { name: 'Mục', slug: 'muc', path: 'muc' } });
    const child = await db().category.create({
      data: { name: 'Con', slug: 'con', path: 'muc/con', parentId: parent.id },
    });
    const visitor = new Visitor();
    await enter(visitor, staff);
    await db().staff.update({
      where: { id: staff.id },
      data: { role: 'editor', categories: { create: { categoryId: parent.id } } },
    });
    expect(await whoIs(visitor)).toMatchObject({ role: 'editor', categoryIds: [parent.id, child.id] });
  });
});

describe('the second factor', () => {
  test('is asked for, and neither the password alone nor a wrong code opens anything', async () => {
    const own = new Visitor();
    const { secret } = await addTwoFactor(own, await enter(own, staff), staff);
    expect((await whoIs(own))?.id).toBe(staff.id);
    const visitor = new Visitor();
    expect((await givePassword(visitor, staff.email, staff.password)).step).toBe('code');
    expect(await whoIs(visitor)).toBeNull();
    const bad = appCode(secret) === '000000' ? '111111' : '000000';
    expect(await answer(giveCode(visitor, bad))).toMatch(/^Mã không đúng/);
    expect(await whoIs(visitor)).toBeNull();
    // As some apps show it, in two groups.
    const code = appCode(secret, 1);
    expect((await giveCode(visitor, `${code.slice(0, 3)} ${code.slice(3)}`)).step).toBe('in');
    expect((await whoIs(visitor))?.id).toBe(staff.id);
  });

  test('no code works twice', async () => {
    const own = new Visitor();
    const { secret } = await addTwoFactor(own, await enter(own, staff), staff);
    const code = appCode(secret);
    const first = new Visitor();
    await givePassword(first, staff.email, staff.password);
    await giveCode(first, code);
    const second = new Visitor();
    await givePassword(second, staff.email, staff.password);
    expect(await answer(giveCode(second, code))).toMatch(/vừa được dùng/);
    expect(await whoIs(second)).toBeNull();
  });

  test('a recovery code opens once, however it is typed', async () => {
    const own = new Visitor();
    const { recoveryCodes } = await addTwoFactor(own, await enter(own, staff), staff);
    const [code = ''] = recoveryCodes;
    const first = new Visitor();
    await givePassword(first, staff.email, staff.password);
    await giveCode(first, ` ${code.toUpperCase().replace('-', ' ')} `);
    expect((await whoIs(first))?.id).toBe(staff.id);
    const second = new Visitor();
    await givePassword(second, staff.email, staff.password);
    expect(await answer(giveCode(second, code))).toMatch(/^Mã không đúng/);
    expect(await whoIs(second)).toBeNull();
  });

  test('five wrong codes end the attempt, ten lock codes for minutes: signing in again is no way around', async () => {
    const own = new Visitor();
    const { secret } = await addTwoFactor(own, await enter(own, staff), staff);
    const bad = appCode(secret) === '000000' ? '111111' : '000000';
    const visitor = new Visitor();
    for (let round = 0; round < 2; round++) {
      await givePassword(visitor, staff.email, staff.password);
      for (let i = 0; i < 5; i++) expect(await answer(giveCode(visitor, bad))).toMatch(/^Mã không đúng/);
    }
    await givePassword(visitor, staff.email, staff.password);
    expect(await answer(giveCode(visitor, appCode(secret, 1)))).toMatch(/quá nhiều mã/);
    expect((await whoIs(own))?.id).toBe(staff.id);
  });

  test('a code without the password before it opens nothing, not even for who is signed in already', async () => {
    const own = new Visitor();
    const { secret } = await addTwoFactor(own, await enter(own, staff), staff);
    for (const visitor of [new Visitor(), own]) {
      expect(await answer(giveCode(visitor, appCode(secret, 1)))).toMatch(/nhập lại e-mail và mật khẩu/);
    }
  });

  test('a disabled person’s right code opens nothing', async () => {
    const own = new Visitor();
    const { secret } = await addTwoFactor(own, await enter(own, staff), staff);
    const visitor = new Visitor();
    await givePassword(visitor, staff.email, staff.password);
    await db().staff.update({ where: { id: staff.id }, data: { disabledAt: new Date() } });
    expect(await answer(giveCode(visitor, appCode(secret, 1)))).not.toBeNull();
    expect(await whoIs(visitor)).toBeNull();
  });
});

describe('cookies', () => {
  /** The cookies that a sign-in sets, as the header says them. */
  async function cookiesOf(): Promise<string[]> {
    const person = await makeStaff('admin');
    return (await givePassword(new Visitor(), person.email, person.password)).cookies.getSetCookie();
  }

  test('are for the newsroom’s pages only, out of reach of scripts, and not sent by other sites’ forms', async () => {
    const cookies = await cookiesOf();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      'toasoan.session_token',
      'toasoan.device',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/admin(;|$)/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).not.toMatch(/Secure/);
    }
  });

  test('are sent over https only where the site is', async () => {
    const before = process.env['SITE_URL'];
    process.env['SITE_URL'] = 'https://bao.example';
    // The library is made anew for each database.
    const other = await freshDatabase();
    try {
      const cookies = await cookiesOf();
      expect(cookies.length).toBe(2);
      for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/);
    } finally {
      if (before === undefined) delete process.env['SITE_URL'];
      else process.env['SITE_URL'] = before;
      await other.close();
    }
  });
});
