import type { Status } from '#lib/articles/types.ts';
import { Draw } from '#tests/support/random.ts';
import { publishedAt } from './calendar.ts';
import { type Desk, type Written, writeArticle } from './write-article.ts';

/** An article of the archive, with all that stands in its row. Times are in order: written, published, changed. */
export interface ArchiveArticle extends Written {
  id: number;
  status: Status;
  /** Who wrote it. */
  staffId: number;
  createdAt: Date;
  /** When it came out, or would have; `status` says whether it did. */
  publishedAt: Date;
  /** When it was last changed. */
  changedAt: Date;
  /** Earlier articles of the same batch that an editor picked for it. */
  picks: number[];
}

/** Articles that are written to the database at once; a smaller archive is no part of a larger one. */
export const batchSize = 1000;

export interface ArchivePlan {
  articles: number;
  seed: number;
  /** The time of its newest article. */
  until: Date;
  /** The number of its first article. */
  firstId: number;
}

/** Of a thousand articles: what a newsroom has lying about beside what readers have. */
function drawStatus(draw: Draw): Status {
  const n = draw.next() * 1000;
  if (n < 12) return 'draft';
  if (n < 15) return 'submitted';
  if (n < 18) return 'edited';
  if (n < 19) return 'scheduled';
  return n < 24 ? 'withdrawn' : 'published';
}

const hourMs = 3_600_000;

/** One in ten is changed after it came out: mostly within two days, some of them years later. */
function drawChange(draw: Draw, published: Date, until: Date): Date {
  if (draw.next() > 0.1) return published;
  const left = until.getTime() - published.getTime();
  return new Date(
    Math.floor(published.getTime() + draw.next() * (draw.next() < 0.8 ? Math.min(left, 48 * hourMs) : left)),
  );
}

/** The n-th batch (from 0) of an archive: the same whenever it is asked for, and whatever was made before it. */
export function makeBatch(desk: Desk, plan: ArchivePlan, n: number): ArchiveArticle[] {
  const draw = new Draw(Math.imul(plan.seed, 31) + n * 7919);
  const from = n * batchSize;
  const count = Math.min(batchSize, plan.articles - from);
  const made: ArchiveArticle[] = [];
  for (let index = 0; index < count; index++) {
    const part = (from + index + draw.next()) / plan.articles;
    const written = writeArticle(draw, desk, part);
    const published = publishedAt(draw, part, plan.until);
    const out = made.filter((one) => one.status === 'published');
    const picked = draw.next() < 0.15 && out.length > 10 ? [draw.one(out).id, draw.one(out).id] : [];
    const picks = [...new Set(picked)];
    made.push({
      ...written,
      content: { ...written.content, picks },
      picks,
      id: plan.firstId + from + index,
      status: drawStatus(draw),
      staffId: draw.one(desk.paper.staff),
      createdAt: new Date(published.getTime() - Math.floor(draw.next() * 20 * hourMs)),
      publishedAt: published,
      changedAt: drawChange(draw, published, plan.until),
    });
  }
  return made;
}
