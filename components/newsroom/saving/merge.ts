import { diffIndices } from 'node-diff3';
import type { ArticleContent } from '#lib/articles/types.ts';
import type { Block, Body } from '#lib/body/types.ts';
import { keyOf, same } from './same.ts';
import type { BlockClash, Clash, FieldClash } from './types.ts';

// Joining two texts that grew out of one. What only one side changed is taken from that side; what both changed alike is
// taken once; only what both changed, each otherwise, is a clash for a person to settle.

/** A part of a joined body: what is settled, or a clash. */
type Part = { kind: 'settled'; blocks: Block[] } | BlockClash;

export interface Merged {
  /** Everything joined. Where there are clashes it has both sides' blocks, mine first, and my fields: nothing is lost in it. */
  content: ArticleContent;
  clashes: Clash[];
  /** The body in order, the clashes of blocks in their places. */
  parts: Part[];
}

/** A change of one side: these blocks instead of those of the base from `from` up to, not including, `to`. */
interface Hunk {
  from: number;
  to: number;
  blocks: Block[];
}

function hunksOf(base: readonly string[], body: Body): Hunk[] {
  return diffIndices([...base], body.map(keyOf)).map(({ buffer1: [from, length], buffer2: [at, count] }) => ({
    from,
    to: from + length,
    blocks: body.slice(at, at + count),
  }));
}

const isInsertion = ({ from, to }: Hunk) => from === to;

/** Whether the changes are of the same place: of the same blocks, or new blocks at the same point. */
function touch(a: Hunk, b: Hunk): boolean {
  if (isInsertion(a) && isInsertion(b)) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}

/** Changes of both sides that touch one another, in the order of the base. */
interface Region {
  mine: Hunk[];
  theirs: Hunk[];
}

/** Before a block come the blocks that are new in front of it. */
const inOrder = (a: Hunk, b: Hunk) => a.from - b.from || a.to - b.to;

function regionsOf(mine: Hunk[], theirs: Hunk[]): Region[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: 'mine' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => inOrder(a.hunk, b.hunk));
  const regions: Region[] = [];
  for (const { hunk, side } of all) {
    const last = regions.at(-1);
    const joins = last && [...last.mine, ...last.theirs].some((other) => touch(other, hunk));
    const region = joins ? last : { mine: [], theirs: [] };
    region[side].push(hunk);
    if (!joins) regions.push(region);
  }
  return regions;
}

/** The base's blocks from `from` to `to` as one side has them. */
function applied(base: Body, hunks: Hunk[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  let at = from;
  for (const hunk of hunks) {
    blocks.push(...base.slice(at, hunk.from), ...hunk.blocks);
    at = hunk.to;
  }
  return [...blocks, ...base.slice(at, to)];
}

function joinSides(base: Block[], mine: Block[], theirs: Block[]): Part {
  if (same(mine, theirs) || same(theirs, base)) return { kind: 'settled', blocks: mine };
  if (same(mine, base)) return { kind: 'settled', blocks: theirs };
  return { kind: 'blocks', base, mine, theirs };
}

function joinRegion(base: Body, { mine, theirs }: Region): { to: number; parts: Part[] } {
  const hunks = [...mine, ...theirs];
  const from = Math.min(...hunks.map((hunk) => hunk.from));
  const to = Math.max(...hunks.map((hunk) => hunk.to));
  const [b, m, t] = [
    base.slice(from, to),
    applied(base, mine, from, to),
    applied(base, theirs, from, to),
  ] as const;
  // No block came or went: each is another state of the same one, and is settled by itself.
  if (hunks.every((hunk) => hunk.to - hunk.from === hunk.blocks.length)) {
    return { to, parts: b.map((block, i) => joinSides([block], m.slice(i, i + 1), t.slice(i, i + 1))) };
  }
  return { to, parts: [joinSides(b, m, t)] };
}

/** Neighbours that are settled are one part. */
function joinParts(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'settled' && last?.kind === 'settled') last.blocks.push(...part.blocks);
    else joined.push(part.kind === 'settled' ? { kind: 'settled', blocks: [...part.blocks] } : part);
  }
  return joined;
}

function mergeBodies(base: Body, mine: Body, theirs: Body): Part[] {
  const keys = base.map(keyOf);
  const parts: Part[] = [];
  let at = 0;
  for (const region of regionsOf(hunksOf(keys, mine), hunksOf(keys, theirs))) {
    const from = Math.min(...[...region.mine, ...region.theirs].map((hunk) => hunk.from));
    const { to, parts: joined } = joinRegion(base, region);
    parts.push({ kind: 'settled', blocks: base.slice(at, from) }, ...joined);
    at = to;
  }
  return joinParts([...parts, { kind: 'settled', blocks: base.slice(at) }]);
}

/** Names or numbers in an order: what either side took out is out, what either put in is in, mine where I put it. */
function mergeLists<T extends string | number>(base: T[], mine: T[], theirs: T[]): T[] {
  if (same(mine, base)) return theirs;
  const kept = mine.filter((each) => theirs.includes(each) || !base.includes(each));
  const added = theirs.filter((each) => !base.includes(each) && !mine.includes(each));
  return [...kept, ...added];
}

/** A field of one value; undefined: both changed it, each to something else. */
function mergeValues<T>(base: T, mine: T, theirs: T): T | undefined {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  return same(mine, base) ? theirs : undefined;
}

const values = ['type', 'title', 'sapo', 'agency', 'categoryId', 'topicId', 'cover'] as const;
/** The lists of an article, and how many each may have. */
const lists = { tags: 30, bylines: 10, picks: 5 } as const;

type Triple = readonly [base: ArticleContent, mine: ArticleContent, theirs: ArticleContent];

function mergeFields([base, mine, theirs]: Triple): { content: ArticleContent; clashes: FieldClash[] } {
  const content = { ...mine };
  const clashes: FieldClash[] = [];
  const put = <K extends (typeof values)[number]>(field: K) => {
    const value = mergeValues(base[field], mine[field], theirs[field]);
    if (value === undefined) clashes.push({ kind: 'field', field });
    else content[field] = value;
  };
  for (const field of values) put(field);
  const putList = <T extends string | number>(
    field: FieldClash['field'],
    most: number,
    joined: T[],
    set: (list: T[]) => void,
  ) => {
    if (joined.length > most) clashes.push({ kind: 'field', field });
    else set(joined);
  };
  putList('tags', lists.tags, mergeLists(base.tags, mine.tags, theirs.tags), (list) => (content.tags = list));
  putList(
    'bylines',
    lists.bylines,
    mergeLists(base.bylines, mine.bylines, theirs.bylines),
    (list) => (content.bylines = list),
  );
  putList(
    'picks',
    lists.picks,
    mergeLists(base.picks, mine.picks, theirs.picks),
    (list) => (content.picks = list),
  );
  return { content, clashes };
}

/** Joins what was made of `base` here (`mine`) and elsewhere (`theirs`), both as `tidy` gives them. */
export function merge(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent): Merged {
  const { content, clashes } = mergeFields([base, mine, theirs]);
  const parts = mergeBodies(base.body, mine.body, theirs.body);
  const body = parts.flatMap((part) =>
    part.kind === 'settled' ? part.blocks : [...part.mine, ...part.theirs],
  );
  const blockClashes = parts.filter((part) => part.kind === 'blocks');
  return { content: { ...content, body }, clashes: [...clashes, ...blockClashes], parts };
}
