// The sample newspaper's files carry fixed dates; loaded, they are moved by whole days so that the paper is fresh and
// morning news stays morning news.

const dayMs = 24 * 60 * 60 * 1000;
const published = /^publishedAt: (\S+)$/m;

function publishedAt(text: string): Date {
  return new Date(published.exec(text)?.[1] ?? '');
}

/** By how many whole days the articles must move for the newest of them to be the latest that is not in the future. */
export function shiftDays(texts: string[], now: Date): number {
  const newest = Math.max(...texts.map((text) => publishedAt(text).getTime()));
  return Math.floor((now.getTime() - newest) / dayMs);
}

function dayAndMonth(date: Date): string {
  const inVietnam = new Date(date.getTime() + 7 * 60 * 60 * 1000);
  return `${inVietnam.getUTCDate()}/${inVietnam.getUTCMonth() + 1}`;
}

/**
 * An article's text with its date moved by `days` and its tokens filled in: {{ngày}} is the day of publication
 * ("22/11"), {{ngày-1}} the day before, {{ngày+3}} three days after.
 */
export function moveToNow(text: string, days: number): string {
  const at = new Date(publishedAt(text).getTime() + days * dayMs);
  const moved = `${new Date(at.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 19)}+07:00`;
  return text
    .replace(published, `publishedAt: ${moved}`)
    .replace(/\{\{ngày([+-]\d+)?\}\}/g, (_, offset: string | undefined) =>
      dayAndMonth(new Date(at.getTime() + Number(offset ?? 0) * dayMs)),
    );
}
