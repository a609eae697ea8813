/** A related article in a rail. */
export interface Entry {
  id: number;
  score: number;
}

/** A rail as it is kept: the related articles and their scores, best first. */
export interface Rail {
  relatedIds: number[];
  scores: number[];
}

/** Articles that a reader sees in "Đọc thêm". */
export const shownRelated = 10;

/** Kept with three digits: PostgreSQL's shorter numbers would come back as others. */
const round = (score: number): number => Math.round(score * 1000) / 1000;

export const entriesOf = (entries: readonly Entry[]): Rail => ({
  relatedIds: entries.map(({ id }) => id),
  scores: entries.map(({ score }) => round(score)),
});

export function withoutArticle(rail: Rail, id: number): Rail {
  const at = rail.relatedIds.indexOf(id);
  if (at < 0) return rail;
  return { relatedIds: rail.relatedIds.toSpliced(at, 1), scores: rail.scores.toSpliced(at, 1) };
}

/** A rail with an article more, if it belongs among what is shown; before those that score alike, which are older. */
export function withArticle(rail: Rail, { id, score }: Entry, kept: number): Rail {
  const rounded = round(score);
  const after = rail.scores.findIndex((one) => one <= rounded);
  const at = after < 0 ? rail.scores.length : after;
  if (rounded <= 0 || at >= shownRelated) return rail;
  return {
    relatedIds: rail.relatedIds.toSpliced(at, 0, id).slice(0, kept),
    scores: rail.scores.toSpliced(at, 0, rounded).slice(0, kept),
  };
}

/** Whether readers see the same articles in the same order. */
export const sameRail = (a: Rail, b: Rail): boolean =>
  a.relatedIds.length === b.relatedIds.length &&
  a.relatedIds.every((id, index) => id === b.relatedIds[index]);
