import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db.ts';
import { changeSettings, openSettings, settingsInput } from '#lib/settings/change.ts';
import { readSettings } from '#lib/settings/read.ts';
import { samplePaper } from '#lib/settings/sample-paper.ts';
import type { PaperSettings } from '#lib/settings/schema.ts';
import { Invalid, NotAllowed } from '#lib/site/problems.ts';
import { type Actor, type Role, roles } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff } from '#tests/support/staff.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let chief: Actor;
let admin: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  chief = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  admin = { ...(await makeStaff('admin')), categoryIds: [] };
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE paper_settings, audit_entry, outbox`;
});

const now = new Date('2026-11-22T10:00:00+07:00');
const save = async (who: Actor, version: number, more: Partial<PaperSettings>) =>
  await changeSettings(who, { version, settings: { ...samplePaper, ...more } }, now);
const tagsTold = async () => (await db().outbox.findMany()).flatMap((row) => row.tags);

test('a change is kept with its author, audited with what changed, and told to readers’ pages', async () => {
  const imprint = { ...samplePaper.imprint, licence: '45/GP-BVHTTDL', phone: '0200 555 0199' };
  expect(await save(chief, 0, { name: 'Báo Sông Trầm', imprint })).toMatchObject({
    saved: true,
    current: { version: 1 },
  });
  const opened = await openSettings(chief);
  expect(opened.settings).toEqual({ ...samplePaper, name: 'Báo Sông Trầm', imprint });
  expect([opened.version, opened.changedBy]).toEqual([1, chief.name]);
  const [entry] = await db().auditEntry.findMany();
  expect(entry).toMatchObject({ action: 'settings.change', actorId: chief.id, subjectType: 'settings' });
  expect(entry?.details).toEqual({
    before: { name: 'Nhật báo Mộc Hải', 'imprint.licence': '', 'imprint.phone': '0200 555 0122' },
    after: { name: 'Báo Sông Trầm', 'imprint.licence': '45/GP-BVHTTDL', 'imprint.phone': '0200 555 0199' },
  });
  expect(await tagsTold()).toEqual(['paper']);
});

test('what only concerns the newsroom makes no reader’s page anew', async () => {
  await save(chief, 0, { agency: 'TTX', selfApproval: 'never', checks: { captionRequired: true } });
  expect(await tagsTold()).toEqual([]);
  expect(await readSettings(db())).toMatchObject({ agency: 'TTX', selfApproval: 'never' });
});

test('what search engines and feed readers are told makes readers’ pages anew', async () => {
  await save(chief, 0, { policies: { ...samplePaper.policies, ethics: '/dao-duc' } });
  await save(chief, 1, {
    policies: { ...samplePaper.policies, ethics: '/dao-duc' },
    feeds: { fullText: true },
  });
  expect(await tagsTold()).toEqual(['paper', 'paper']);
});

test('nothing changed is no change', async () => {
  expect(await save(chief, 0, {})).toMatchObject({ saved: true, current: { version: 0 } });
  expect(await db().auditEntry.count()).toBe(0);
});

describe('two people at once', () => {
  test('the second overwrites nothing: what the first saved comes back', async () => {
    await save(admin, 0, { motto: 'Câu của người thứ nhất' });
    const outcome = await save(chief, 0, { motto: 'Câu của người thứ hai' });
    expect(outcome).toMatchObject({
      saved: false,
      current: { version: 1, changedBy: admin.name, settings: { motto: 'Câu của người thứ nhất' } },
    });
    expect((await readSettings(db())).motto).toBe('Câu của người thứ nhất');
    expect(await db().auditEntry.count()).toBe(1);
  });

  test('also where nobody had changed anything before, and both press at the same moment', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((motto) => save(chief, 0, { motto })));
    expect(outcomes.filter((one) => one.saved).length).toBe(1);
    expect(await db().auditEntry.count()).toBe(1);
  });

  test('the same sent twice, as after a lost answer, is saved once', async () => {
    await save(chief, 0, { motto: 'Một lần' });
    expect(await save(chief, 0, { motto: 'Một lần' })).toMatchObject({
      saved: true,
      current: { version: 1 },
    });
  });
});

test('only the chiefs may, whatever the role', async () => {
  for (const role of roles) {
    const actor: Actor = { id: admin.id, name: 'X', email: 'x@x.example', role, categoryIds: [1] };
    const may = (['editor_in_chief', 'admin'] satisfies Role[] as Role[]).includes(role);
    const opening = openSettings(actor).then(
      () => 'opened',
      (error: unknown) => error,
    );
    const saving = save(actor, 0, {}).then(
      () => 'saved',
      (error: unknown) => error,
    );
    expect(await opening).toEqual(may ? 'opened' : expect.any(NotAllowed));
    expect(await saving).toEqual(may ? 'saved' : expect.any(NotAllowed));
  }
});

test('a logo that is not in the store is refused at its field; one under a former key is found', async () => {
  const picture = {
    key: 'a'.repeat(24),
    originalName: 'logo.png',
    originalType: 'image/png',
    originalBytes: 1,
    width: 400,
    height: 100,
    renditions: [320],
    dominantColor: '#ffffff',
    formerKeys: { create: { key: 'b'.repeat(24) } },
  };
  await db().picture.create({ data: picture });
  const refused = save(chief, 0, { logo: 'c'.repeat(24) });
  await expect(refused).rejects.toThrow(Invalid);
  await expect(refused).rejects.toMatchObject({
    fields: { 'settings.logo': expect.stringContaining('kho ảnh') },
  });
  await save(chief, 0, { logo: 'b'.repeat(24) });
  expect((await readSettings(db())).logo).toBe('a'.repeat(24));
});

describe('what can be typed', () => {
  const problems = (more: object) => {
    const parsed = settingsInput.safeParse({ version: 0, settings: { ...samplePaper, ...more } });
    return [...new Set(parsed.error?.issues.map((issue) => issue.path.join('.')))];
  };
  test.each([
    ['a name of blanks', { name: '  ' }, ['settings.name']],
    [
      'an e-mail address that is none',
      { imprint: { ...samplePaper.imprint, email: 'toa soan' } },
      ['settings.imprint.email'],
    ],
    [
      'a social address without TLS',
      { social: ['https://zalo.me/1', 'http://x.com/a'] },
      ['settings.social.1'],
    ],
    ['a social address that is a script', { social: ['javascript:alert(1)'] }, ['settings.social.0']],
    ...['javascript:alert(1)', 'http://bao.example/x', '//evil.example', 'dao-duc'].map(
      (ethics): [string, Partial<PaperSettings>, string[]] => [
        `a policy that stands nowhere: ${ethics}`,
        { policies: { ...samplePaper.policies, ethics } },
        ['settings.policies.ethics'],
      ],
    ),
    [
      'policies here and elsewhere',
      { policies: { ...samplePaper.policies, ethics: '/a', feedback: 'https://x.example/b' } },
      [],
    ],
    ['a motto as long as an article', { motto: 'a'.repeat(201) }, ['settings.motto']],
    ['a sample as it is', {}, []],
  ])('%s', (_, more, fields) => expect(problems(more)).toEqual(fields));

  test('text comes out clean, in NFC, in one line', () => {
    const name = 'Báo  Mô\u0323c\nHải ';
    expect(settingsInput.parse({ version: 0, settings: { ...samplePaper, name } }).settings.name).toBe(
      'Báo Mộc Hải',
    );
  });
});
