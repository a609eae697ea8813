import { expect, test } from 'vitest';
import { dateAndTime, isoWithOffset, untilMidnight, weekdayAndDay } from '#lib/site/dates.ts';

test('readers are told the time in Viet Nam', () => {
  const at = new Date('2025-02-16T07:16:00Z');
  expect(dateAndTime(at)).toBe('16/02/2025 14:16');
  expect(isoWithOffset(at)).toBe('2025-02-16T14:16:00+07:00');
});

test('the day begins at midnight there, not at the server', () => {
  expect(weekdayAndDay(new Date('2026-11-21T16:59:59Z'))).toBe('Thứ bảy, 21/11/2026');
  expect(weekdayAndDay(new Date('2026-11-21T17:00:00Z'))).toBe('Chủ nhật, 22/11/2026');
  expect(dateAndTime(new Date('2026-11-21T17:00:00Z'))).toBe('22/11/2026 00:00');
});

test('the next midnight there', () => {
  expect(untilMidnight(new Date('2026-11-21T16:59:59.500Z'))).toBe(500);
  expect(untilMidnight(new Date('2026-11-21T17:00:00Z'))).toBe(86_400_000);
});
