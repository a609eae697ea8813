import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { Conflict, Invalid, Missing, NotAllowed } from '#lib/site/problems.ts';
import { addStaff, addStaffInput } from '#lib/staff/add-staff.ts';
import { changeStaff, changeStaffInput } from '#lib/staff/change-staff.ts';
import { disableStaff, enableStaff } from '#lib/staff/disable-staff.ts';
import { makeStaffLink, removeTwoFactor } from '#lib/staff/help-staff.ts';
import { findStaff, listStaff } from '#lib/staff/list-staff.ts';
import { findPasswordLink } from '#lib/staff/password-links.ts';
import {
  changeOwnPassword,
  changePasswordInput,
  setPasswordByLink,
  setPasswordInput,
} from '#lib/staff/passwords.ts';
import { sendPasswordLink } from '#lib/staff/request-reset.ts';
import { endAllSessions, endOtherSessions, endOwnSession, listOwnSessions } from '#lib/staff/sessions.ts';
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  renewRecoveryCodes,
  twoFactorOf,
} from '#lib/staff/two-factor.ts';
import type { Actor, PasswordLink } from '#lib/staff/types.ts';
import { addTwoFactor, enter, giveCode, givePassword, whoIs } from '#tests/support/accounts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { makeStaff, type TestStaff } from '#tests/support/staff.ts';
import { Visitor } from '#tests/support/visitor.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  process.env['AUTH_SECRET'] = 'a secret of the tests, long enough';
  ({ close } = await freshDatabase());
  await db().category.create({ data: { name: 'Thời sự', slug: 'thoi-su', path: 'thoi-su' } });
});
afterAll(() => close());

/** The newsroom anew: one administrator, nobody else who could manage it. */
let chief: TestStaff;
let admin: Actor;
beforeEach(async () => {
  await db().staff.updateMany({ data: { role: 'reporter' } });
  await db().signInThrottle.deleteMany();
  chief = await makeStaff('admin');
  admin = { ...chief, categoryIds: [] };
});

const now = () => new Date();
const asActor = (staff: TestStaff): Actor => ({ ...staff, categoryIds: [] });
const tokenOf = (link: PasswordLink) => new URL(link.url).searchParams.get('ma') ?? '';
const newcomer = (more: Record<string, unknown> = {}) =>
  addStaffInput.parse({
    name: 'Trần Thị Mới',
    email: `moi-${Math.random()}@thu.example`,
    role: 'editor_in_chief',
    ...more,
  });
const log = async (id: number) =>
  (
    await db().auditEntry.findMany({ where: { subjectType: 'staff', subjectId: id }, orderBy: { id: 'asc' } })
  ).map(({ action, actorId }) => [action, actorId]);

describe('adding people', () => {
  test('gives a link by which the person sets a password, once, and comes in', async () => {
    const { id, link } = await addStaff(admin, newcomer({ email: ' Moi@Thu.Example ' }), now());
    if (!link) throw new Error('no link');
    expect(new URL(link.url).pathname).toBe('/admin/dat-lai-mat-khau');
    const input = setPasswordInput.parse({ ma: tokenOf(link), password: 'mật khẩu của tôi' });
    await setPasswordByLink(input, now());
    await expect(setPasswordByLink(input, now())).rejects.toThrow(Missing);
    const visitor = new Visitor();
    await givePassword(visitor, 'moi@thu.example', 'mật khẩu của tôi');
    expect(await whoIs(visitor)).toMatchObject({ id, name: 'Trần Thị Mới', role: 'editor_in_chief' });
    expect(await log(id)).toEqual([
      ['staff.add', admin.id],
      ['staff.reset_password', id],
      ['staff.sign_in', id],
    ]);
  });

  test('or with a first password, and then no link', async () => {
    const given = newcomer({ password: 'mật khẩu đầu tiên' });
    expect((await addStaff(admin, given, now())).link).toBeNull();
    expect((await givePassword(new Visitor(), given.email, 'mật khẩu đầu tiên')).step).toBe('in');
  });

  test('nothing of the database tells the link, nor the log a password', async () => {
    const { link } = await addStaff(admin, newcomer(), now());
    await addStaff(admin, newcomer({ password: 'mật khẩu đầu tiên' }), now());
    const kept = JSON.stringify([
      await db().verification.findMany(),
      (await db().auditEntry.findMany()).map(({ details }) => details),
    ]);
    expect(kept).not.toContain(tokenOf(link ?? { url: '', expiresAt: now() }));
    expect(kept).not.toContain('mật khẩu đầu tiên');
  });

  test('an address is one account’s, whatever its capitals', async () => {
    await addStaff(admin, newcomer({ email: 'trung@thu.example' }), now());
    const again = addStaff(admin, newcomer({ email: 'TRUNG@thu.example' }), now());
    await expect(again).rejects.toMatchObject({
      fields: { email: expect.stringContaining('đã có tài khoản') },
    });
  });

  test('a limited role needs a section; the others keep none', async () => {
    const section = await db().category.findFirstOrThrow({ where: { path: 'thoi-su' } });
    await expect(addStaff(admin, newcomer({ role: 'reporter' }), now())).rejects.toMatchObject({
      fields: { categoryIds: expect.stringContaining('ít nhất một chuyên mục') },
    });
    const reporter = await addStaff(admin, newcomer({ role: 'reporter', categoryIds: [section.id] }), now());
    expect(await findStaff(admin, reporter.id)).toMatchObject({
      categoryIds: [section.id],
      sections: ['Thời sự'],
    });
    const editor = await addStaff(admin, newcomer({ categoryIds: [section.id] }), now());
    expect((await findStaff(admin, editor.id))?.categoryIds).toEqual([]);
  });

  test.each([
    ['no name', { name: '  ' }, 'name'],
    ['an endless name', { name: 'Ấ'.repeat(101) }, 'name'],
    ['no address', { email: 'moi' }, 'email'],
    ['a made-up role', { role: 'owner' }, 'role'],
    ['a short password', { password: 'ngắn' }, 'password'],
  ])('%s is refused, and told beside the field', (_name, more, field) => {
    const parsed = addStaffInput.safeParse({ name: 'A', email: 'a@b.example', role: 'admin', ...more });
    expect([...new Set(parsed.error?.issues.map((issue) => issue.path[0]))]).toEqual([field]);
  });
});

describe('changing people', () => {
  test('is logged with what was and what is; nothing changed, nothing logged', async () => {
    const staff = await makeStaff('editor_in_chief');
    const given = changeStaffInput.parse({ ...staff, name: 'Tên Khác', role: 'admin' });
    await changeStaff(admin, given, now());
    await changeStaff(admin, given, now());
    const entries = await db().auditEntry.findMany({ where: { subjectType: 'staff', subjectId: staff.id } });
    expect(entries.map(({ details }) => details)).toEqual([
      {
        before: { name: staff.name, role: 'editor_in_chief' },
        after: { name: 'Tên Khác', role: 'admin' },
      },
    ]);
  });

  test('a link sent to the old address opens nothing after the address has changed', async () => {
    const staff = await makeStaff('editor_in_chief');
    const link = await makeStaffLink(admin, staff, now());
    await changeStaff(admin, changeStaffInput.parse({ ...staff, email: 'dia-chi-moi@thu.example' }), now());
    expect(await findPasswordLink(tokenOf(link), now())).toBeNull();
  });

  test('somebody else’s address can’t be taken', async () => {
    const [one, other] = [await makeStaff('admin'), await makeStaff('admin')];
    await expect(
      changeStaff(admin, changeStaffInput.parse({ ...one, email: other.email }), now()),
    ).rejects.toThrow(Invalid);
  });
});

describe('disabling people', () => {
  test('signs them out everywhere at once and ends their links; enabling lets them in again', async () => {
    const staff = await makeStaff('editor_in_chief');
    const visitor = new Visitor();
    await enter(visitor, staff);
    const link = await makeStaffLink(admin, staff, now());
    await disableStaff(admin, staff, now());
    expect(await whoIs(visitor)).toBeNull();
    expect(await findPasswordLink(tokenOf(link), now())).toBeNull();
    await expect(makeStaffLink(admin, staff, now())).rejects.toThrow(Missing);
    await expect(givePassword(new Visitor(), staff.email, staff.password)).rejects.toThrow(Invalid);
    await enableStaff(admin, staff, now());
    // The session from before does not come back.
    expect(await whoIs(visitor)).toBeNull();
    expect((await givePassword(visitor, staff.email, staff.password)).step).toBe('in');
    expect((await log(staff.id)).map(([action]) => action)).toEqual([
      'staff.sign_in',
      'staff.make_link',
      'staff.disable',
      'staff.enable',
      'staff.sign_in',
    ]);
  });

  test('what they wrote stays theirs', async () => {
    const staff = await makeStaff('editor_in_chief');
    const article = await db().article.create({
      data: { title: 'Bài', slug: 'bai', body: [], createdById: staff.id },
    });
    await disableStaff(admin, staff, now());
    expect(await db().article.findUnique({ where: { id: article.id } })).toMatchObject({
      createdById: staff.id,
    });
  });
});

describe('the last administrator', () => {
  test('can be neither disabled nor given another role', async () => {
    const other = await makeStaff('admin');
    await disableStaff(asActor(other), chief, now());
    await expect(disableStaff(asActor(chief), other, now())).rejects.toThrow(Conflict);
    const demoted = changeStaffInput.parse({ ...other, role: 'editor_in_chief' });
    await expect(changeStaff(asActor(other), demoted, now())).rejects.toThrow(/quản trị cuối cùng/);
    expect(await db().staff.count({ where: { role: 'admin', disabledAt: null } })).toBe(1);
  });

  test('nobody disables themselves', async () => {
    await makeStaff('admin');
    await expect(disableStaff(admin, { id: admin.id }, now())).rejects.toThrow(/chính mình/);
  });

  test('two administrators who disable or demote each other in the same moment: one of them stays', async () => {
    for (let round = 0; round < 5; round++) {
      await db().staff.updateMany({ data: { role: 'reporter' } });
      const [one, other] = [await makeStaff('admin'), await makeStaff('admin')];
      const demoted = changeStaffInput.parse({ ...one, role: 'editor_in_chief' });
      const outcomes = await Promise.allSettled([
        disableStaff(asActor(one), other, now()),
        changeStaff(asActor(other), demoted, now()),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
      expect(await db().staff.count({ where: { role: 'admin', disabledAt: null } })).toBe(1);
    }
  });
});

test('only administrators manage accounts, whatever they would do to whom', async () => {
  const staff = await makeStaff('reporter');
  for (const role of ['reporter', 'editor', 'managing_editor', 'editor_in_chief'] as const) {
    const actor: Actor = { ...asActor(await makeStaff('reporter')), role };
    const attempts = [
      () => addStaff(actor, newcomer(), now()),
      () => changeStaff(actor, changeStaffInput.parse({ ...staff, role: 'admin' }), now()),
      () => changeStaff(actor, changeStaffInput.parse({ ...actor, role: 'admin' }), now()),
      () => disableStaff(actor, staff, now()),
      () => enableStaff(actor, staff, now()),
      () => makeStaffLink(actor, chief, now()),
      () => removeTwoFactor(actor, staff, now()),
      () => listStaff(actor),
      () => findStaff(actor, staff.id),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotAllowed);
  }
});

describe('links to set a password', () => {
  test('run out, and end when there is a newer one', async () => {
    const staff = await makeStaff('editor');
    const first = await makeStaffLink(admin, staff, now());
    const second = await makeStaffLink(admin, staff, now());
    const set = (link: PasswordLink, at: Date) =>
      setPasswordByLink({ ma: tokenOf(link), password: 'mật khẩu mới tinh' }, at);
    await expect(set(first, now())).rejects.toThrow(Missing);
    await expect(set(second, new Date(second.expiresAt.getTime()))).rejects.toThrow(Missing);
    expect(await findPasswordLink(tokenOf(second), new Date(second.expiresAt.getTime()))).toBeNull();
    await set(second, new Date(second.expiresAt.getTime() - 1));
  });

  test('end every session, and the password from before', async () => {
    const staff = await makeStaff('editor');
    const [thief, owner] = [new Visitor('192.0.2.66'), new Visitor()];
    await enter(thief, staff);
    const link = await makeStaffLink(admin, staff, now());
    expect(await whoIs(thief)).not.toBeNull();
    owner.keep(await setPasswordByLink({ ma: tokenOf(link), password: 'mật khẩu mới tinh' }, now()));
    expect(await whoIs(thief)).toBeNull();
    await expect(givePassword(thief, staff.email, staff.password)).rejects.toThrow(Invalid);
    // The browser that held the link can't be kept out by guesses made elsewhere.
    for (let i = 0; i < 6; i++) {
      await givePassword(new Visitor(`203.0.113.${i}`), staff.email, 'đoán bừa một cái').catch(() => {});
    }
    expect((await givePassword(owner, staff.email, 'mật khẩu mới tinh')).step).toBe('in');
  });

  test('ten hands on one link: one of them sets the password', async () => {
    const staff = await makeStaff('editor');
    const ma = tokenOf(await makeStaffLink(admin, staff, now()));
    const hands = Array.from({ length: 10 }, (_, i) =>
      setPasswordByLink({ ma, password: `mật khẩu số ${i}` }, now()),
    );
    const outcomes = await Promise.allSettled(hands);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });

  test.each(['', 'x', '\u0000', "' OR ''='", '%', 'a'.repeat(5000)])(
    'a made-up one (%j) is none',
    async (ma) => {
      const parsed = setPasswordInput.safeParse({ ma, password: 'mật khẩu mới tinh' });
      if (parsed.success) await expect(setPasswordByLink(parsed.data, now())).rejects.toThrow(Missing);
      expect(await findPasswordLink(ma, now())).toBeNull();
    },
  );
});

describe('forgotten passwords', () => {
  const headers = new Visitor().headers();
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  beforeAll(async () => {
    mail = await startMailServer();
    Object.assign(process.env, { SMTP_URL: mail.url, MAIL_FROM: 'Tòa soạn <toasoan@thu.example>' });
  });
  afterAll(async () => {
    delete process.env['SMTP_URL'];
    delete process.env['MAIL_FROM'];
    await mail.stop();
  });
  beforeEach(() => {
    mail.letters.length = 0;
  });

  test('a letter brings a link that works for an hour', async () => {
    const staff = await makeStaff('editor');
    await sendPasswordLink(staff.email, headers, now());
    const [letter] = mail.letters;
    expect(letter?.to).toBe(staff.email);
    const ma = /dat-lai-mat-khau\?ma=(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    expect(await findPasswordLink(ma, new Date(Date.now() + 59 * 60_000))).toMatchObject({ id: staff.id });
    expect(await findPasswordLink(ma, new Date(Date.now() + 61 * 60_000))).toBeNull();
    // Asking for a letter changes nothing yet.
    expect((await givePassword(new Visitor(), staff.email, staff.password)).step).toBe('in');
  });

  test('nobody gets a letter who has no account or a disabled one', async () => {
    const disabled = await makeStaff('editor');
    await disableStaff(admin, disabled, now());
    await sendPasswordLink(disabled.email, headers, now());
    await sendPasswordLink('khong-co-ai@thu.example', headers, now());
    expect(mail.letters).toEqual([]);
  });

  test('nobody’s letter box is filled: three letters, then a pause', async () => {
    const staff = await makeStaff('editor');
    for (let i = 0; i < 6; i++)
      await sendPasswordLink(staff.email, new Visitor(`192.0.2.${i}`).headers(), now());
    expect(mail.letters.length).toBe(3);
  });
});

describe('one’s own account', () => {
  let staff: TestStaff;
  let own: Visitor;
  let actor: Actor;
  beforeEach(async () => {
    staff = await makeStaff('editor');
    own = new Visitor();
    actor = await enter(own, staff);
  });

  test('a new password needs the old one, ends all other sessions and keeps this one', async () => {
    const elsewhere = new Visitor('192.0.2.4');
    await enter(elsewhere, staff);
    const change = (current: string) =>
      changeOwnPassword(
        actor,
        changePasswordInput.parse({ current, next: 'một mật khẩu khác' }),
        now(),
        own.headers(),
      );
    await expect(change('không phải thế')).rejects.toMatchObject({
      fields: { current: 'Mật khẩu không đúng.' },
    });
    expect(await whoIs(elsewhere)).not.toBeNull();
    await change(staff.password);
    expect(await whoIs(elsewhere)).toBeNull();
    expect(await whoIs(own)).not.toBeNull();
    expect((await givePassword(elsewhere, staff.email, 'một mật khẩu khác')).step).toBe('in');
  });

  test('whoever sits down at an open browser can’t try passwords for long', async () => {
    const attempt = (password: string, at = now()) => beginTwoFactor(actor, { password }, at, own.headers());
    for (let i = 0; i < 5; i++) await expect(attempt('đoán bừa')).rejects.toThrow('Mật khẩu không đúng.');
    await expect(attempt(staff.password)).rejects.toThrow(/quá nhiều lần/);
    await attempt(staff.password, new Date(Date.now() + 6000));
  });

  test('its sessions are listed with device and address, and end one by one, all others or all', async () => {
    const others = [new Visitor('192.0.2.1'), new Visitor('192.0.2.2'), new Visitor('192.0.2.3')];
    for (const visitor of others) await enter(visitor, staff);
    const list = () => listOwnSessions(actor, own.headers(), now());
    const listed = await list();
    expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false, false]);
    expect(listed.map(({ address }) => address)).toEqual([
      '203.0.113.7',
      '192.0.2.3',
      '192.0.2.2',
      '192.0.2.1',
    ]);
    expect(listed[0]?.device).toBe('Firefox trên Windows');
    await endOwnSession(actor, { id: listed[1]?.id ?? 0 }, now());
    expect(await Promise.all([own, ...others].map(async (one) => (await whoIs(one)) !== null))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(await endOtherSessions(actor, undefined, now(), own.headers())).toBe(2);
    expect((await list()).length).toBe(1);
    expect(await endAllSessions(actor, undefined, now())).toBe(1);
    expect(await whoIs(own)).toBeNull();
  });

  test('nobody ends somebody else’s session', async () => {
    const victim = new Visitor('192.0.2.9');
    const { id } = await enter(victim, await makeStaff('admin'));
    const session = await db().session.findFirstOrThrow({ where: { userId: id } });
    await expect(endOwnSession(actor, { id: session.id }, now())).rejects.toThrow(Missing);
    expect(await whoIs(victim)).not.toBeNull();
  });

  test('a second factor is not asked for before its first code was right', async () => {
    const { secret, qr, uri } = await beginTwoFactor(actor, staff, now(), own.headers());
    expect(uri).toContain(secret);
    expect(qr.path.length).toBeGreaterThan(1000);
    await expect(confirmTwoFactor(actor, { code: '000000' }, now(), own.headers())).rejects.toMatchObject({
      fields: { code: expect.stringContaining('Mã không đúng') },
    });
    expect(await twoFactorOf(actor)).toBeNull();
    expect((await givePassword(new Visitor(), staff.email, staff.password)).step).toBe('in');
  });

  test('recovery codes are made anew, and the old ones open nothing', async () => {
    const { recoveryCodes: old } = await addTwoFactor(own, actor, staff);
    expect(await twoFactorOf(actor)).toEqual({ recoveryCodesLeft: 10 });
    const [fresh = ''] = await renewRecoveryCodes(actor, staff, now(), own.headers());
    const visitor = new Visitor();
    await givePassword(visitor, staff.email, staff.password);
    await expect(giveCode(visitor, old[0] ?? '')).rejects.toThrow(Invalid);
    expect((await giveCode(visitor, fresh)).step).toBe('in');
    expect(await twoFactorOf(actor)).toEqual({ recoveryCodesLeft: 9 });
  });

  test('a second factor is switched off by the password, and by an administrator for who lost it', async () => {
    await addTwoFactor(own, actor, staff);
    await expect(endTwoFactor(actor, { password: 'đoán bừa' }, now(), own.headers())).rejects.toThrow(
      Invalid,
    );
    own.keep(await endTwoFactor(actor, staff, now(), own.headers()));
    expect((await givePassword(new Visitor(), staff.email, staff.password)).step).toBe('in');
    await addTwoFactor(own, actor, staff);
    await removeTwoFactor(admin, staff, now());
    expect(await whoIs(own)).toBeNull();
    expect((await givePassword(own, staff.email, staff.password)).step).toBe('in');
    expect(await db().twoFactor.count({ where: { userId: staff.id } })).toBe(0);
  });
});
