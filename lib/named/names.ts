import type { Transaction } from '#lib/db.ts';
import { freeSlug } from '#lib/site/names.ts';
import { Invalid } from '#lib/site/problems.ts';
import { slugOf } from '#lib/site/text.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { type Kind, tableOf } from './kind.ts';

/** Names that differ in capitals only are one name. */
export const lower = (name: string): string => name.toLocaleLowerCase('vi');

interface Near {
  id: number;
  name: string;
  slug: string;
}

/** Those whose names, without marks, are this one's. */
async function near(tx: Transaction, kind: Kind, name: string, base: string): Promise<Near[]> {
  return await tx.$queryRaw<Near[]>`
    SELECT id, name, slug FROM ${tableOf(kind)} WHERE name = ${name} OR slug = ${base} OR slug LIKE ${`${base}-%`}`;
}

/**
 * A slug for this name that nobody else of the kind has: its own if the name's letters stay as they are.
 * @param own  what is being renamed; null for a new one
 * @throws Invalid where another one has this very name
 */
export async function claimName(
  tx: Transaction,
  kind: Kind,
  name: string,
  own: { id: number; name: string; slug: string } | null,
): Promise<string> {
  const base = slugOf(name, kind.fallbackSlug);
  const others = (await near(tx, kind, name, base)).filter((each) => each.id !== own?.id);
  const same = others.find((each) => lower(each.name) === lower(name));
  if (same) {
    throw new Invalid(`Đã có ${kind.word} “${same.name}”.`, {
      name: own
        ? `Đã có ${kind.word} “${same.name}”. Muốn nhập làm một, hãy dùng “Gộp” ở trang danh sách.`
        : `Đã có ${kind.word} “${same.name}”.`,
    });
  }
  if (own && slugOf(own.name, kind.fallbackSlug) === base) return own.slug;
  const slugs = others.map((each) => each.slug);
  return freeSlug(base, slugs);
}

const formerTable = (kind: Kind) => Prisma.raw(`"${kind.type}_former_name"`);
const formerColumn = (kind: Kind) => Prisma.raw(`"${kind.type}_id"`);

/** From now on this name leads to nothing but what has it. */
export async function forgetFormerName(tx: Transaction, kind: Kind, name: string): Promise<void> {
  if (!kind.isWrittenByName) return;
  await tx.$executeRaw`DELETE FROM ${formerTable(kind)} WHERE name = ${lower(name)}`;
}

/** Articles that are written with one of these names, now or before, are from now on given `to`. */
export async function keepFormerNames(
  tx: Transaction,
  kind: Kind,
  from: readonly { id: number; name: string }[],
  to: { id: number; name: string },
): Promise<void> {
  if (!kind.isWrittenByName) return;
  const [table, column] = [formerTable(kind), formerColumn(kind)];
  await tx.$executeRaw`UPDATE ${table} SET ${column} = ${to.id} WHERE ${column} = ANY(${from.map((one) => one.id)})`;
  for (const name of new Set(from.map((one) => lower(one.name)))) {
    if (name === lower(to.name)) continue;
    await tx.$executeRaw`INSERT INTO ${table} (name, ${column}) VALUES (${name}, ${to.id})
      ON CONFLICT (name) DO UPDATE SET ${column} = EXCLUDED.${column}`;
  }
}

/** What had this name before it was renamed or merged, or null. */
export async function findByFormerName(tx: Transaction, kind: Kind, name: string): Promise<number | null> {
  if (!kind.isWrittenByName) return null;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    SELECT ${formerColumn(kind)} AS id FROM ${formerTable(kind)} WHERE name = ${lower(name)}`;
  return row?.id ?? null;
}
