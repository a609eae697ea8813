import { dateAndTime, isoWithOffset } from '#lib/site/dates.ts';

/** "16/02/2025 14:16", Viet Nam's time, with the exact moment for machines. */
export function PublishedTime({ at, className }: { at: Date; className?: string }) {
  return (
    <time dateTime={isoWithOffset(at)} className={className}>
      {dateAndTime(at)}
    </time>
  );
}
