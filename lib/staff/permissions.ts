import { NotAllowed } from '#lib/site/problems.ts';
import type { Actor, Role } from './types.ts';

/**
 * How far an action reaches: what the person began (`own`), what stands in their `section`s, either of the two, or
 * `all`. A role that is not named may not.
 */
type Reach = 'own' | 'section' | 'own_or_section' | 'all';
type Row = Partial<Record<Role, Reach>>;

const all = { editor_in_chief: 'all', admin: 'all' } as const;
const writers: Row = {
  reporter: 'own',
  editor: 'own_or_section',
  managing_editor: 'own_or_section',
  ...all,
};
const anyone: Row = { reporter: 'section', editor: 'section', managing_editor: 'section', ...all };
const editors: Row = { editor: 'section', managing_editor: 'section', ...all };
const approvers: Row = { managing_editor: 'section', ...all };
const chiefs: Row = all;
const frontDesk: Row = { managing_editor: 'all', ...all };
const administrators: Row = { admin: 'all' };

/** Who may do what: the whole of it. */
export const permissions = {
  'article.create': anyone,
  'article.read': writers,
  'article.write': writers,
  'article.submit': writers,
  'article.send_back': editors,
  'article.edit': editors,
  'article.approve': approvers,
  'article.schedule': approvers,
  'article.publish': approvers,
  'article.update': approvers,
  'article.withdraw': approvers,
  'article.delete': writers,
  'picture.upload': anyone,
  'picture.change': writers,
  'picture.replace': editors,
  'front.arrange': frontDesk,
  'section_front.arrange': approvers,
  'breaking.announce': frontDesk,
  'category.manage': chiefs,
  'tag.manage': frontDesk,
  'topic.manage': frontDesk,
  'byline.manage': frontDesk,
  'staff.manage': administrators,
  'audit.read': chiefs,
  'settings.change': chiefs,
} satisfies Record<string, Row>;

export type Action = keyof typeof permissions;

/** What an action is done to; what has neither owner nor section (the settings, a tag) is an empty object. */
export interface Subject {
  ownerId?: number | null;
  categoryId?: number | null;
}

function inSection(actor: Actor, { categoryId, ownerId }: Subject): boolean {
  // What has no section yet is its writer's alone.
  if (categoryId === null) return ownerId === actor.id;
  return categoryId === undefined || actor.categoryIds.includes(categoryId);
}

function reaches(actor: Actor, reach: Reach, subject: Subject): boolean {
  const isOwn = subject.ownerId === actor.id;
  switch (reach) {
    case 'own':
      return isOwn;
    case 'section':
      return inSection(actor, subject);
    case 'own_or_section':
      return isOwn || inSection(actor, subject);
    case 'all':
      return true;
  }
}

/** Whether the person may do this to that. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const row: Row = permissions[action];
  const reach = row[actor.role];
  return reach !== undefined && reaches(actor, reach, subject);
}

/** @throws NotAllowed */
export function demand(actor: Actor, action: Action, subject: Subject = {}): void {
  if (!can(actor, action, subject)) throw new NotAllowed();
}
