import type { Transaction } from '#lib/db.ts';
import { slugOf, withoutMarks } from '#lib/site/text.ts';

/** The article that a pick names: its id, 'self' where it is the picking article alone, null where there is none. */
export type FindPicked = (name: string, pickingId: number) => number | 'self' | null;

interface Candidate {
  id: number;
  title: string;
  slug: string;
  sourceId: string | null;
}

const largestId = 2_147_483_647;
/** PostgreSQL takes 65,535 values in one question; each name stands in it four times. */
const namesAtOnce = 5000;

async function readCandidates(tx: Transaction, names: string[]): Promise<Candidate[]> {
  const ids = names.filter((name) => /^\d{1,10}$/.test(name)).map(Number);
  return await tx.article.findMany({
    where: {
      OR: [
        { title: { in: names } },
        { slug: { in: [...names, ...names.map((name) => slugOf(name))] } },
        { sourceId: { in: names } },
        { id: { in: ids.filter((id) => id <= largestId) } },
      ],
    },
    orderBy: [{ firstPublishedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    select: { id: true, title: true, slug: true, sourceId: true },
  });
}

/** From the surest way to name an article to the loosest. */
const ways: ((each: Candidate, name: string) => boolean)[] = [
  (each, name) => each.title === name,
  (each, name) => withoutMarks(each.title) === withoutMarks(name),
  (each, name) => each.sourceId === name,
  (each, name) => each.slug === name,
  (each, name) => String(each.id) === name,
];

/**
 * Looks up the articles that picks name, all at once: by headline (its marks and capitals first, then without them),
 * sourceId, slug or id. Of several with the same headline it is the one published last.
 */
export async function readPicked(tx: Transaction, names: string[]): Promise<FindPicked> {
  const wanted = [...new Set(names)];
  const candidates: Candidate[] = [];
  for (let from = 0; from < wanted.length; from += namesAtOnce) {
    candidates.push(...(await readCandidates(tx, wanted.slice(from, from + namesAtOnce))));
  }
  const near = Map.groupBy(candidates, (each) => each.slug);
  const exact = new Map(candidates.flatMap((each) => [[each.sourceId, each] as const]));
  const byId = new Map(candidates.map((each) => [String(each.id), each] as const));
  const byTitle = Map.groupBy(candidates, (each) => each.title);
  return (name, pickingId) => {
    const among = [
      ...(byTitle.get(name) ?? []),
      ...(near.get(slugOf(name)) ?? []),
      ...(near.get(name) ?? []),
      ...[exact.get(name), byId.get(name)].filter((each) => each !== undefined),
    ];
    for (const way of ways) {
      const found = among.filter((each) => way(each, name));
      const other = found.find((each) => each.id !== pickingId);
      if (other) return other.id;
      if (found.length > 0) return 'self';
    }
    return null;
  };
}
