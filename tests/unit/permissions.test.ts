import { describe, expect, test } from 'vitest';
import { type Action, can, demand, permissions } from '#lib/staff/permissions.ts';
import { type Actor, roles } from '#lib/staff/types.ts';

// Who may do what, written out by hand: nothing here is computed by the table that is tested.
//
// Each row has one word a role, in the order of their ranks. A word has four letters, one for each thing the action
// could be done to: the person's own in their section, their own in another section, somebody else's in their section,
// somebody else's in another section. "x": may; ".": may not.
const expected: Record<Action, string> = {
  //                      reporter editor managing chief admin
  'article.create': '        x.x. x.x. x.x. xxxx xxxx',
  'article.read': '          xx.. xxx. xxx. xxxx xxxx',
  'article.write': '         xx.. xxx. xxx. xxxx xxxx',
  'article.submit': '        xx.. xxx. xxx. xxxx xxxx',
  'article.send_back': '     .... x.x. x.x. xxxx xxxx',
  'article.edit': '          .... x.x. x.x. xxxx xxxx',
  'article.approve': '       .... .... x.x. xxxx xxxx',
  'article.schedule': '      .... .... x.x. xxxx xxxx',
  'article.publish': '       .... .... x.x. xxxx xxxx',
  'article.update': '        .... .... x.x. xxxx xxxx',
  'article.withdraw': '      .... .... x.x. xxxx xxxx',
  'article.delete': '        xx.. xxx. xxx. xxxx xxxx',
  'picture.upload': '        x.x. x.x. x.x. xxxx xxxx',
  'picture.change': '        xx.. xxx. xxx. xxxx xxxx',
  'picture.replace': '       .... x.x. x.x. xxxx xxxx',
  'front.arrange': '         .... .... xxxx xxxx xxxx',
  'section_front.arrange': ' .... .... x.x. xxxx xxxx',
  'breaking.announce': '     .... .... xxxx xxxx xxxx',
  'category.manage': '       .... .... .... xxxx xxxx',
  'tag.manage': '            .... .... xxxx xxxx xxxx',
  'topic.manage': '          .... .... xxxx xxxx xxxx',
  'byline.manage': '         .... .... xxxx xxxx xxxx',
  'staff.manage': '          .... .... .... .... xxxx',
  'audit.read': '            .... .... .... xxxx xxxx',
  'settings.change': '       .... .... .... xxxx xxxx',
};

const mySection = 3;
const otherSection = 9;
const myId = 1;
const otherId = 2;
const things = [
  { ownerId: myId, categoryId: mySection },
  { ownerId: myId, categoryId: otherSection },
  { ownerId: otherId, categoryId: mySection },
  { ownerId: otherId, categoryId: otherSection },
];
const actorOf = (role: Actor['role']): Actor => ({
  id: myId,
  name: 'Lê Thử',
  email: 'thu@mochai.example',
  role,
  categoryIds: [mySection],
});

const actions = Object.keys(expected) as Action[];

test('every action of the table has a row here, and the other way round', () => {
  expect(actions.sort()).toEqual(Object.keys(permissions).sort());
});

const cells = actions.flatMap((action) =>
  expected[action]
    .trim()
    .split(' ')
    .map((word, rank) => ({ action, role: roles[rank], word })),
);

test('all the cells are walked', () => {
  expect(cells.length).toBe(Object.keys(permissions).length * 5);
  expect(cells.every(({ role, word }) => role && /^[x.]{4}$/.test(word))).toBe(true);
});

test.each(cells)('$action: $role $word', ({ action, role, word }) => {
  if (!role) throw new Error('a word too many');
  const actor = actorOf(role);
  expect(things.map((thing) => (can(actor, action, thing) ? 'x' : '.')).join('')).toBe(word);
  for (const [place, thing] of things.entries()) {
    const attempt = () => demand(actor, action, thing);
    if (word[place] === 'x') expect(attempt).not.toThrow();
    else expect(attempt).toThrow('Bạn không có quyền');
  }
});

describe('what has no section yet', () => {
  const draft = (ownerId: number) => ({ ownerId, categoryId: null });

  test('is its writer’s, who may write and submit it', () => {
    for (const role of ['reporter', 'editor', 'managing_editor'] as const) {
      for (const action of ['article.read', 'article.write', 'article.submit', 'article.delete'] as const) {
        expect(can(actorOf(role), action, draft(myId))).toBe(true);
        expect(can(actorOf(role), action, draft(otherId))).toBe(false);
      }
    }
  });

  test('is nobody’s of a limited role to approve or publish, but its writer’s who could anyway', () => {
    expect(can(actorOf('managing_editor'), 'article.publish', draft(otherId))).toBe(false);
    expect(can(actorOf('editor'), 'article.publish', draft(myId))).toBe(false);
    expect(can(actorOf('editor_in_chief'), 'article.publish', draft(otherId))).toBe(true);
  });
});

test('who has no section can do nothing in any, but what they began', () => {
  const alone: Actor = { ...actorOf('managing_editor'), categoryIds: [] };
  expect(can(alone, 'article.publish', { ownerId: otherId, categoryId: mySection })).toBe(false);
  expect(can(alone, 'article.create', { ownerId: myId, categoryId: mySection })).toBe(false);
  expect(can(alone, 'article.read', { ownerId: myId, categoryId: mySection })).toBe(true);
});
