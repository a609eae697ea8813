/** Something that has a name and, made from it, a place in an address: a tag, a running story, a byline, a section. */
interface Named {
  id: number;
  name: string;
  slug: string;
}

/** `base`, or else "base-2", "base-3" …: the first that nobody has. */
export function freeSlug(base: string, taken: readonly string[]): string {
  const all = new Set(taken);
  if (!all.has(base)) return base;
  let number = 2;
  while (all.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** How a kind of named thing is looked up and added. */
export interface NamedTable {
  /** Those whose slug is `base`, or `base` with a number after it; more may come along. */
  near: (base: string) => Promise<Named[]>;
  /** What had this name before it got another one. */
  former?: () => Promise<number | null>;
  /** Slugs that are not free though nobody has them, such as those of old addresses that lead elsewhere. */
  taken?: (base: string) => Promise<string[]>;
  /** Adds it, or does nothing where the name or the slug has just been taken by somebody else. */
  add: (name: string, slug: string) => Promise<unknown>;
  same: (a: string, b: string) => boolean;
}

/**
 * The id of what has this name, added if there is none. Names that differ and give the same slug ("Hà Nội", "Hạ Nội")
 * get slugs with numbers. Safe beside others who do the same at the same moment.
 */
export async function findOrAdd(table: NamedTable, name: string, base: string): Promise<number> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const near = await table.near(base);
    const known = near.find((each) => table.same(each.name, name));
    if (known) return known.id;
    const former = await table.former?.();
    if (former) return former;
    const slugs = [...near.map((each) => each.slug), ...((await table.taken?.(base)) ?? [])];
    await table.add(name, freeSlug(base, slugs));
  }
  throw new Error(`"${name}" could neither be found nor added`);
}
