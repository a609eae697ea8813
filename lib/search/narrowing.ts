import { db } from '#lib/db.ts';
import { dayBounds } from '#lib/site/dates.ts';
import type { SearchAddress } from '#lib/site/search-address.ts';
import { slugOf } from '#lib/site/text.ts';
import type { Narrowing } from './look.ts';

const noon = (day: string) => new Date(`${day}T12:00:00+07:00`);

async function sectionIds(path: string | null): Promise<number[] | null> {
  if (path === null) return null;
  const rows = await db().category.findMany({
    where: { OR: [{ path }, { parent: { path } }] },
    select: { id: true },
  });
  // A section that was taken away since narrows nothing: the form says so.
  return rows.length > 0 ? rows.map((row) => row.id) : null;
}

async function findByline(name: string | null): Promise<{ id: number; name: string } | null> {
  if (name === null) return null;
  return await db().byline.findUnique({ where: { slug: slugOf(name) }, select: { id: true, name: true } });
}

/** What an address narrows the search to, and the name of the author that it names, if there is one. */
export async function readNarrowing(
  address: SearchAddress,
): Promise<{ narrowing: Narrowing; author: string | null }> {
  const [sections, byline] = await Promise.all([sectionIds(address.section), findByline(address.author)]);
  return {
    narrowing: {
      sectionIds: sections,
      bylineId: byline?.id ?? null,
      from: address.from === null ? null : dayBounds(noon(address.from)).from,
      to: address.to === null ? null : dayBounds(noon(address.to)).to,
    },
    author: byline?.name ?? null,
  };
}
