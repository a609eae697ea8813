// Readers are told the time in Viet Nam, whatever the server's clock says. Viet Nam has had one offset, +07:00,
// since 1975 and no summer time, but the zone's own rules are asked all the same.

const zone = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const offsetName = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'] as const;

function read(date: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(date).map((part) => [part.type, part.value]));
}

/** "16/02/2025 14:16" */
export function dateAndTime(date: Date): string {
  const p = read(date);
  return `${p['day']}/${p['month']}/${p['year']} ${p['hour']}:${p['minute']}`;
}

/** "14:16" */
export const timeOfDay = (date: Date): string => dateAndTime(date).slice(11);

/** "16/02/2025" */
function dayOf(date: Date): string {
  return dateAndTime(date).slice(0, 10);
}

interface Offset {
  name: string;
  minutes: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** By the hour: asking the zone takes longer than all else, and a sitemap has 50,000 times of some hundred hours. */
const offsets = new Map<number, Offset>();

function readOffset(date: Date): Offset {
  const zoneName = offsetName.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(zoneName) ?? [];
  if (!sign) return { name: '+00:00', minutes: 0 };
  const total = Number(hours) * 60 + Number(minutes);
  return { name: `${sign}${hours}:${minutes}`, minutes: sign === '-' ? -total : total };
}

function offsetAt(date: Date): Offset {
  const hour = Math.floor(date.getTime() / hourMs);
  const known = offsets.get(hour);
  if (known) return known;
  if (offsets.size > 10_000) offsets.clear();
  const offset = readOffset(date);
  offsets.set(hour, offset);
  return offset;
}

/** "2025-02-16T14:16:00+07:00", for <time datetime> and for machines. */
export function isoWithOffset(date: Date): string {
  const { name, minutes } = offsetAt(date);
  return `${new Date(date.getTime() + minutes * minuteMs).toISOString().slice(0, 19)}${name}`;
}

/** "Chủ nhật, 22/11/2026", as in the masthead. */
export function weekdayAndDay(date: Date): string {
  const [day, month, year] = dayOf(date).split('/');
  const weekday = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay();
  return `${weekdays[weekday] ?? ''}, ${dayOf(date)}`;
}

/** Milliseconds until the next midnight in Viet Nam: when the masthead's date changes. */
export function untilMidnight(now: Date): number {
  const p = read(now);
  const passed = (Number(p['hour']) * 60 + Number(p['minute'])) * 60 + Number(p['second']);
  return (24 * 60 * 60 - passed) * 1000 - now.getMilliseconds();
}

/** The day that `date` falls on in Viet Nam: its first moment and that of the next. */
export function dayBounds(date: Date): { from: Date; to: Date } {
  const from = new Date(`${isoWithOffset(date).slice(0, 10)}T00:00:00${isoWithOffset(date).slice(19)}`);
  return { from, to: new Date(from.getTime() + 24 * 60 * 60 * 1000) };
}

/** "2026-11": the month that `date` falls in in Viet Nam. */
export const monthInVietNam = (date: Date): string => isoWithOffset(date).slice(0, 7);

/** "2026-11-22T18:00": the minute in Viet Nam, as a browser's field for date and time holds it. */
export function minuteInVietNam(date: Date): string {
  return isoWithOffset(date).slice(0, 16);
}

/** The moment that such a field names, whatever zone the browser is in; null for what is no minute. */
export function momentInVietNam(minute: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute)) return null;
  const inUtc = new Date(`${minute}:00Z`);
  if (Number.isNaN(inUtc.getTime())) return null;
  const date = new Date(`${minute}:00${isoWithOffset(inUtc).slice(19)}`);
  // The 31st of February is the 3rd of March, which nobody meant.
  return minuteInVietNam(date) === minute ? date : null;
}

/** How long something has lasted, as it is said: "vừa xong", "12 phút", "3 giờ", "2 ngày". */
export function howLong(from: Date, to: Date): string {
  const minutes = Math.floor((to.getTime() - from.getTime()) / minuteMs);
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
}
