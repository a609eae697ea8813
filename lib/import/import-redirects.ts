import { db } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { missingTag } from '#lib/page-cache/tags.ts';
import { oldAddress } from '#lib/redirects/old-address.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { readTargets, type Targets } from './redirect-targets.ts';

// A table of old addresses for a paper that moves here. Two columns: the old address (whole, or from the root; its query
// counts), and where it leads: an address of this site, "source:…" with an article's sourceId, or another old address.

/** What became of a table's rows. */
export interface RedirectReport {
  added: number;
  changed: number;
  unchanged: number;
  /** "line: reason", in the order of the lines. */
  problems: string[];
}

interface Wanted {
  line: number;
  from: string;
  to: string;
}

interface Refusal {
  line: number;
  why: string;
}

const isHeading = ({ line, cells }: CsvRow): boolean => line === 1 && !/[/:]/.test(cells.join(''));

/** The rows that name an old address and a target; each old address once. */
function readRows(rows: readonly CsvRow[], refuse: (line: number, why: string) => void): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { line, cells } of rows) {
    const [first = '', second = '', ...more] = cells.map((cell) => cell.trim());
    const from = oldAddress(first);
    const known = from === null ? undefined : wanted.get(from);
    if (more.some((cell) => cell !== '') || second === '')
      refuse(line, 'a row has two columns: the old address, and where it leads');
    else if (from === null) refuse(line, `"${first}" is no address: it begins with https://, http:// or /`);
    else if (from === '/') refuse(line, 'the front page has no old address');
    else if (known && known.to !== second)
      refuse(line, `line ${known.line} says that ${from} leads to ${known.to}`);
    else if (!known) wanted.set(from, { line, from, to: second });
  }
  return [...wanted.values()];
}

/** Follows a row, over other old addresses, to a page of the site. */
function resolve(
  row: Wanted,
  table: ReadonlyMap<string, string>,
  { find }: Targets,
): { to: string } | { why: string } {
  const passed = new Set([row.from]);
  for (let target = row.to; ; ) {
    const page = find(target);
    if (page !== null) return { to: page };
    const old = oldAddress(target);
    const next = old === null ? undefined : table.get(old);
    if (old === null || next === undefined) {
      return { why: `"${target}" is neither a page of this site nor an old address that leads to one` };
    }
    if (passed.has(old)) return { why: `it leads in a circle: ${[...passed, old].join(' → ')}` };
    passed.add(old);
    target = next;
  }
}

const atOnce = 1000;

/** Rows already kept, of these old addresses. */
async function readKept(froms: readonly string[]): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (let at = 0; at < froms.length; at += atOnce) {
    const some = [...froms.slice(at, at + atOnce)];
    const rows = await db().redirect.findMany({ where: { fromPath: { in: some } } });
    for (const { fromPath, toPath } of rows) kept.set(fromPath, toPath);
  }
  return kept;
}

async function write(rows: readonly { from: string; to: string }[]): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    await change('import.redirects', async (tx) => {
      await tx.$executeRaw`
        INSERT INTO redirect (from_path, to_path)
          SELECT * FROM unnest(${some.map(({ from }) => from)}::text[], ${some.map(({ to }) => to)}::text[])
        ON CONFLICT (from_path) DO UPDATE SET to_path = EXCLUDED.to_path`;
      return { value: undefined, tags: [missingTag] };
    });
  }
}

/** Which of the rows bring something, and what becomes of each. */
function judge(
  rows: readonly Wanted[],
  kept: ReadonlyMap<string, string>,
  targets: Targets,
  refuse: (line: number, why: string) => void,
) {
  const table = new Map([...kept, ...rows.map(({ from, to }) => [from, to] as const)]);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const wanted: { from: string; to: string }[] = [];
  for (const row of rows) {
    const { line, from } = row;
    const found = targets.isPage(from)
      ? { why: `${from} is a page of this site: nobody would be led away from it` }
      : resolve(row, table, targets);
    if ('why' in found) {
      refuse(line, found.why);
      continue;
    }
    const before = kept.get(from);
    counts[before === undefined ? 'added' : before === found.to ? 'unchanged' : 'changed']++;
    if (before !== found.to) wanted.push({ from, to: found.to });
  }
  return { counts, wanted };
}

/** Takes in a table; a bad row is told with its line, and the others are taken. */
export async function importRedirects(text: string): Promise<RedirectReport> {
  const refusals: Refusal[] = [];
  const refuse = (line: number, why: string) => void refusals.push({ line, why });
  const table = readCsv(text).filter((row) => !isHeading(row));
  const rows = readRows(table, refuse);
  const targets = await readTargets(rows.flatMap(({ from, to }) => [from, to]));
  const olds = rows.flatMap(({ from, to }) => [from, oldAddress(to) ?? from]);
  const { counts, wanted } = judge(rows, await readKept([...new Set(olds)]), targets, refuse);
  await write(wanted);
  const problems = refusals.toSorted((a, b) => a.line - b.line).map(({ line, why }) => `${line}: ${why}`);
  return { ...counts, problems };
}
