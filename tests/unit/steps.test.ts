import { describe, expect, test } from 'vitest';
import { availableSteps, type Stepping } from '#lib/articles/steps.ts';
import type { Actor, Role } from '#lib/staff/types.ts';

const news = 1;
const sport = 2;
const actor = (role: Role): Actor => ({
  id: 7,
  name: 'An',
  email: 'an@bao.example',
  role,
  categoryIds: [news],
});
const article = (changes: Partial<Stepping> = {}): Stepping => ({
  status: 'draft',
  createdById: 99,
  categoryId: news,
  approvedAt: null,
  ...changes,
});
const mine = { createdById: 7 };

/** The steps offered; the paper lets everybody approve everything unless told otherwise. */
const offered = (role: Role, changes: Partial<Stepping>, settingsAllow = true) =>
  availableSteps(actor(role), article(changes), settingsAllow);

describe('a reporter', () => {
  test.each([
    ['draft', ['submit']],
    ['submitted', ['takeBack']],
    ['edited', []],
    ['scheduled', []],
    ['published', []],
    ['withdrawn', []],
  ] as const)('is offered with their own article that is %s: %j', (status, steps) => {
    expect(offered('reporter', { ...mine, status })).toEqual(steps);
  });

  test('is offered nothing with another’s', () => {
    expect(offered('reporter', { status: 'draft' })).toEqual([]);
    expect(offered('reporter', { status: 'submitted' })).toEqual([]);
  });
});

describe('an editor', () => {
  test.each([
    ['draft', ['finishEditing']],
    ['submitted', ['sendBack', 'finishEditing']],
    ['edited', ['sendBack']],
    ['published', []],
  ] as const)('is offered in their section with an article that is %s: %j', (status, steps) => {
    expect(offered('editor', { status })).toEqual(steps);
  });

  test('sends their own article of another section on as a reporter does', () => {
    expect(offered('editor', { ...mine, categoryId: sport })).toEqual(['submit']);
  });

  test('is offered nothing in another section', () => {
    expect(offered('editor', { status: 'submitted', categoryId: sport })).toEqual([]);
  });
});

describe('a managing editor', () => {
  test.each([
    ['draft', ['finishEditing', 'approve', 'schedule', 'publish']],
    ['submitted', ['sendBack', 'finishEditing', 'approve', 'schedule', 'publish']],
    ['edited', ['sendBack', 'approve', 'schedule', 'publish']],
    ['scheduled', ['schedule', 'unschedule', 'publish']],
    ['published', ['update', 'withdraw']],
    ['withdrawn', ['schedule', 'publish']],
  ] as const)('is offered in their section with an article that is %s: %j', (status, steps) => {
    expect(offered('managing_editor', { status })).toEqual(steps);
  });

  test('is not offered to approve what is approved', () => {
    expect(offered('managing_editor', { status: 'edited', approvedAt: new Date() })).not.toContain('approve');
  });

  test('is offered no way to print for what they may not approve, until somebody has', () => {
    expect(offered('managing_editor', { ...mine, status: 'edited' }, false)).toEqual(['sendBack']);
    expect(offered('managing_editor', { ...mine, status: 'edited', approvedAt: new Date() }, false)).toEqual([
      'sendBack',
      'schedule',
      'publish',
    ]);
  });
});

test('chiefs are offered all of it in every section', () => {
  for (const role of ['editor_in_chief', 'admin'] as const) {
    expect(offered(role, { status: 'published', categoryId: sport })).toEqual(['update', 'withdraw']);
    expect(offered(role, { status: 'draft', categoryId: null })).toContain('publish');
  }
});
