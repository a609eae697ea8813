import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { inTurn } from '#lib/server/turns.ts';

afterEach(() => void vi.useRealTimers());

test('four at a time, and what is urgent before what came earlier', async () => {
  const done: string[] = [];
  let atOnce = 0;
  let most = 0;
  const work = (name: string) => async () => {
    most = Math.max(most, ++atOnce);
    await sleep(5);
    atOnce--;
    done.push(name);
    return name;
  };
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => inTurn(false, work(name)));
  const urgent = inTurn(true, work('urgent'));
  expect(await Promise.all([...all, urgent])).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'urgent']);
  expect(most).toBe(4);
  expect(done.indexOf('urgent')).toBeLessThan(done.indexOf('e'));
});

test('what fails gives its turn on', async () => {
  const failing = Array.from({ length: 8 }, () =>
    inTurn(false, () => Promise.reject(new Error('no database'))),
  );
  expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
  expect(await inTurn(false, async () => 'next')).toBe('next');
});

test('whose turn does not come in time is told so', async () => {
  vi.useFakeTimers();
  let open = () => {};
  const stuck = Array.from({ length: 4 }, () =>
    inTurn(false, () => new Promise<void>((done) => (open = done))),
  );
  const late = inTurn(false, async () => 'made');
  await vi.advanceTimersByTimeAsync(5000);
  expect(await late).toBeNull();
  expect(stuck).toHaveLength(4);
  open();
});
