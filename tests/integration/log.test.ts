import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { steps } from '#lib/articles/status.ts';
import { deedNames } from '#lib/audit/deed-names.ts';
import { type LogFilter, listDeeds, listLogChoices, logFilter } from '#lib/audit/list.ts';
import { record } from '#lib/audit/record.ts';
import { db } from '#lib/db.ts';
import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makeStaff } from '#tests/support/staff.ts';

let close: () => Promise<void>;
let actor: Actor;
let articleId: number;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  actor = { ...(await makeStaff('editor_in_chief')), categoryIds: [] };
  const article = await db().article.create({ data: { title: 'Cầu mới thông xe', slug: 'cau', body: [] } });
  articleId = article.id;
  const subject = { type: 'article', id: articleId };
  // Two minutes on both sides of midnight in Viet Nam.
  await record(db(), { actor, action: 'article.create', subject, at: new Date('2026-03-01T16:59:00Z') });
  await record(db(), {
    actor,
    action: 'article.sendBack',
    subject,
    details: { reason: 'Thiếu nguồn' },
    at: new Date('2026-03-01T17:01:00Z'),
  });
  await record(db(), {
    actor: null,
    action: 'article.publish',
    subject,
    at: new Date('2026-03-02T08:00:00Z'),
  });
  await record(db(), {
    actor,
    action: 'staff.change',
    subject: { type: 'staff', id: 4_000_000 },
    details: { before: { role: 'reporter', name: 'An' }, after: { role: 'editor', name: 'An' } },
    at: new Date('2026-03-03T08:00:00Z'),
  });
});
afterAll(() => close());

const deeds = async (asked: Record<string, string>) => {
  const filter: LogFilter = logFilter.parse(asked);
  return (await listDeeds(actor, filter)).deeds;
};
const names = async (asked: Record<string, string>) => (await deeds(asked)).map(({ deed }) => deed);

test('the log tells who did what to which, the newest first', async () => {
  const [change, publish, sendBack] = await deeds({});
  expect(change).toMatchObject({
    deed: 'Sửa tài khoản',
    person: { name: actor.name },
    // Nobody has this number (any more).
    subject: { type: 'Tài khoản', name: 'số 4000000', href: null },
    details: [['Vai trò', 'Phóng viên → Biên tập viên']],
  });
  expect(publish).toMatchObject({ deed: 'Xuất bản bài', person: null });
  expect(sendBack).toMatchObject({
    subject: { name: 'Cầu mới thông xe', href: `/admin/bai-viet/${articleId}` },
    details: [['Lý do', 'Thiếu nguồn']],
  });
});

test('it is filtered by person, deed, subject and by days as Viet Nam has them', async () => {
  expect(await names({ nguoi: String(actor.id) })).toEqual(['Sửa tài khoản', 'Trả lại bài', 'Tạo bài']);
  expect(await names({ viec: 'article.publish' })).toEqual(['Xuất bản bài']);
  expect(await names({ loai: 'staff' })).toEqual(['Sửa tài khoản']);
  expect(await names({ loai: 'article', so: String(articleId), tu: '2026-03-02' })).toEqual([
    'Xuất bản bài',
    'Trả lại bài',
  ]);
  expect(await names({ den: '2026-03-01' })).toEqual(['Tạo bài']);
  expect(await names({ tu: '2026-03-02', den: '2026-03-02' })).toEqual(['Xuất bản bài', 'Trả lại bài']);
});

test.each([
  { nguoi: 'x', so: '-1', trang: '0' },
  { tu: '2026-02-31', den: "'" },
  { viec: 'x'.repeat(5000), loai: 'article\u0000' },
  { trang: '99999999999', nguoi: '99999999999' },
  { tu: ['2026-03-01', 'x'] },
])('a filter that makes no sense counts as none: %j', async (asked) => {
  expect((await listDeeds(actor, logFilter.parse(asked))).deeds.length).toBe(4);
});

test('it goes on to older pages, none left out and none twice', async () => {
  const subject = { type: 'tag', id: null };
  const at = new Date('2026-03-04T08:00:00Z');
  for (let i = 0; i < 120; i++) await record(db(), { actor, action: `tag.number_${i}`, subject, at });
  const pages = await Promise.all(
    ['1', '2', '3', '4'].map((trang) => listDeeds(actor, logFilter.parse({ trang }))),
  );
  expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false, false]);
  expect(new Set(pages.flatMap(({ deeds: page }) => page.map(({ id }) => id))).size).toBe(124);
});

test('below the chief editor nobody reads it', async () => {
  for (const role of ['reporter', 'editor', 'managing_editor'] as const) {
    await expect(listDeeds({ ...actor, role }, {})).rejects.toThrow(NotAllowed);
    await expect(listLogChoices({ ...actor, role })).rejects.toThrow(NotAllowed);
  }
});

test('every deed that is recorded anywhere has a name in the log', () => {
  const sources = globSync(['lib/**/*.ts', 'prisma/sample/*.ts']).map((file) => readFileSync(file, 'utf8'));
  const written =
    /(?:action: |action = |write\(actor, |\? )'([a-z_]+(?:\.[a-zA-Z_]+)?)'(?: :)?(?: '([a-z_]+\.[a-z_]+)')?/g;
  const recorded = sources
    .filter((text) => /audit\/record|auditEntry/.test(text))
    .flatMap((text) => [...text.matchAll(written)].flatMap(([, ...deeds]) => deeds))
    .filter((deed) => deed?.includes('.') || deed === 'import');
  const kinds = ['tag', 'topic', 'byline'];
  const made = kinds.flatMap((kind) =>
    ['create', 'edit', 'merge', 'delete'].map((verb) => `${kind}.${verb}`),
  );
  const taken = Object.keys(steps).map((step) => `article.${step}`);
  expect(recorded.length).toBeGreaterThan(30);
  expect([...recorded, ...made, ...taken].filter((deed) => !deed || !(deed in deedNames))).toEqual([]);
});
