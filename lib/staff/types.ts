/** The newsroom's ranks, from the lowest; the first three are limited to sections. */
export const roles = ['reporter', 'editor', 'managing_editor', 'editor_in_chief', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  reporter: 'Phóng viên',
  editor: 'Biên tập viên',
  managing_editor: 'Thư ký tòa soạn',
  editor_in_chief: 'Tổng biên tập',
  admin: 'Quản trị',
};

/** Roles whose work is limited to the sections they were given. */
export const isLimited = (role: Role): boolean =>
  role === 'reporter' || role === 'editor' || role === 'managing_editor';

/** The person who is signed in, as every verb takes it. */
export interface Actor {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** The sections a limited role works in, the children of each included; nothing to the other roles. */
  categoryIds: readonly number[];
}
