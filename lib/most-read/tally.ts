import { db } from '#lib/db.ts';
import { Seldom } from './seldom.ts';

// Reads, counted in memory and written down every few seconds: a killed server loses no more than these, and several
// servers add to the same rows.

const writeEveryMs = 5000;
/** Articles read between two writings. Made-up numbers are told from real ones only then; those beyond are not counted. */
const mostArticles = 10_000;
/** Of one article between two writings; more is no readers. */
const mostReads = 100_000;

interface State {
  reads: Map<number, number>;
  seldom: Seldom;
  timer: NodeJS.Timeout | null;
  writing: Promise<void>;
  isFailing: boolean;
}

// Next bundles its copy of this module and the server loads its own.
const shared = globalThis as typeof globalThis & { toasoanReads?: State };
shared.toasoanReads ??= {
  reads: new Map(),
  seldom: new Seldom(Date.now()),
  timer: null,
  writing: Promise.resolve(),
  isFailing: false,
};
const state = shared.toasoanReads;

function add(id: number, reads: number): void {
  const before = state.reads.get(id);
  if (before === undefined && state.reads.size >= mostArticles) return;
  state.reads.set(id, Math.min(mostReads, (before ?? 0) + reads));
}

async function write(): Promise<void> {
  const reads = state.reads;
  if (reads.size === 0) return;
  state.reads = new Map();
  try {
    // In one order everywhere, so that no two servers wait for each other.
    await db().$executeRaw`
      INSERT INTO article_reads (hour, article_id, reads)
      SELECT date_trunc('hour', now(), 'UTC'), a.id, told.reads
      FROM unnest(${[...reads.keys()]}::int[], ${[...reads.values()]}::int[]) AS told (id, reads)
        JOIN article a ON a.id = told.id AND a.status = 'published'
      ORDER BY a.id
      ON CONFLICT (hour, article_id) DO UPDATE SET reads = article_reads.reads + excluded.reads`;
    state.isFailing = false;
  } catch (error) {
    // The database is away, mostly: they wait for it. Said once, and again after it was back.
    if (!state.isFailing) console.error('Reads could not be written down yet:', error);
    state.isFailing = true;
    for (const [id, count] of reads) add(id, count);
  }
}

/** Writes down what was counted, after the writing under way; at a stop, and in tests. */
export async function writeReads(): Promise<void> {
  state.writing = state.writing.then(write);
  await state.writing;
}

function writeSoon(): void {
  if (state.timer) return;
  state.timer = setTimeout(async () => {
    await writeReads();
    state.timer = null;
    if (state.reads.size > 0) writeSoon();
  }, writeEveryMs);
  state.timer.unref();
}

interface Reader {
  address: string;
  agent: string;
}

/** Counts a read, unless the same reader came a moment ago or the address sends too many. Who it was is not kept. */
export function countRead(article: number, { address, agent }: Reader, now: number): void {
  if (!state.seldom.counts(article, address, agent, now)) return;
  add(article, 1);
  writeSoon();
}
