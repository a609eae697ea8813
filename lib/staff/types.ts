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

/** A browser that somebody is signed in with. */
export interface OwnSession {
  id: number;
  /** As "Chrome trên Windows". */
  device: string;
  address: string;
  /** Right to within five minutes. */
  seenAt: Date;
  isCurrent: boolean;
}

/** A QR code as one path in a square of `size` units. */
export interface QrCode {
  size: number;
  path: string;
}

/** What somebody needs to set up an authenticator app; shown once. */
export interface TwoFactorOffer {
  uri: string;
  /** The secret as text, for apps without a camera. */
  secret: string;
  qr: QrCode;
  recoveryCodes: readonly string[];
}

/** A member of staff in the list of accounts. */
export interface StaffRow {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** Names of the sections they are limited to. */
  sections: readonly string[];
  hasTwoFactor: boolean;
  /** Whether they can sign in at all yet: nobody can before a password is set. */
  hasPassword: boolean;
  isDisabled: boolean;
  /** Null: has never signed in, or not for weeks. */
  seenAt: Date | null;
}

/** Where signing in has got to; "code": the password was right, and the second factor is still to be asked for. */
export interface SignInStep {
  step: 'in' | 'code';
}

/** A link by which somebody sets their password, just made: it can't be read again anywhere. */
export interface PasswordLink {
  url: string;
  expiresAt: Date;
}

/** A section to choose, under its parent. */
export interface SectionChoice {
  id: number;
  name: string;
  parentId: number | null;
}
