import { db } from '#lib/db.ts';
import { demand } from './permissions.ts';
import { rowId } from './staff-input.ts';
import type { Actor, SectionChoice, StaffRow } from './types.ts';

const columns = {
  id: true,
  name: true,
  email: true,
  role: true,
  twoFactorEnabled: true,
  disabledAt: true,
  categories: { select: { categoryId: true, category: { select: { name: true } } } },
  accounts: { where: { providerId: 'credential', password: { not: null } }, select: { id: true } },
  sessions: { orderBy: { updatedAt: 'desc' }, take: 1, select: { updatedAt: true } },
} as const;

async function find(where: { id?: number }) {
  return await db().staff.findMany({ where, select: columns, orderBy: { id: 'asc' } });
}

function row(staff: Awaited<ReturnType<typeof find>>[number]): StaffRow {
  return {
    id: staff.id,
    name: staff.name,
    email: staff.email,
    role: staff.role,
    sections: staff.categories.map(({ category }) => category.name),
    hasTwoFactor: staff.twoFactorEnabled,
    hasPassword: staff.accounts.length > 0,
    isDisabled: staff.disabledAt !== null,
    seenAt: staff.sessions[0]?.updatedAt ?? null,
  };
}

const inVietnamese = new Intl.Collator('vi');

/** Everybody of the newsroom: those who can come in, by name, then the disabled. */
export async function listStaff(actor: Actor): Promise<StaffRow[]> {
  demand(actor, 'staff.manage');
  const rows = (await find({})).map(row).sort((a, b) => inVietnamese.compare(a.name, b.name));
  return [...rows.filter((one) => !one.isDisabled), ...rows.filter((one) => one.isDisabled)];
}

/** One person, with the numbers of their sections; null if there is nobody with this number. */
export async function findStaff(
  actor: Actor,
  id: number,
): Promise<(StaffRow & { categoryIds: number[] }) | null> {
  demand(actor, 'staff.manage');
  if (!rowId.safeParse(id).success) return null;
  const [staff] = await find({ id });
  return staff ? { ...row(staff), categoryIds: staff.categories.map(({ categoryId }) => categoryId) } : null;
}

/** The paper's sections in their order, each followed by its children. */
export async function listSectionChoices(): Promise<SectionChoice[]> {
  const rows = await db().category.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, parentId: true },
  });
  const childrenOf = (parentId: number | null): SectionChoice[] =>
    rows.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...childrenOf(one.id)]);
  return childrenOf(null);
}
