const form = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?\s?(Z|[+-]\d\d:\d\d)$/;

/**
 * A moment as article files write it, 2025-02-16T14:16:00+07:00.
 * @returns the moment, or what is wrong with it, to be read after the name of the field
 */
export function readInstant(text: string): Date | string {
  const found = form.exec(text.trim());
  if (!found) {
    return /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text.trim())
      ? `needs a time and an offset, such as ${text.slice(0, 10)}T08:00:00+07:00`
      : 'must be a moment such as 2025-02-16T14:16:00+07:00';
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Number((found[7] ?? '').padEnd(3, '0'));
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  // Date rolls what is impossible over (30 February to 2 March); what comes out must be what went in.
  const same = local.toISOString().startsWith(`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}`);
  if (!same || second > 59) return `is impossible: there is no ${text.trim()}`;
  const offset = found[8] ?? 'Z';
  if (offset === 'Z') return local;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  if (minutes > 14 * 60) return `is impossible: no place on earth is ${offset} from UTC`;
  return new Date(local.getTime() - (offset.startsWith('-') ? -minutes : minutes) * 60_000);
}

/** A moment in Viet Nam's time, for article files; milliseconds only where there are any. */
export function writeInstant(date: Date): string {
  const local = new Date(date.getTime() + 7 * 60 * 60_000).toISOString();
  return local.replace(/(\.000)?Z$/, '+07:00');
}
