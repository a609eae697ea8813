import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { inTurn } from '#lib/server/turns.ts';

afterEach(() => void vi.useRealTimers());

/** By the clock that a test turns. */
const sleepFake = async (ms: number): Promise<void> => await new Promise((done) => setTimeout(done, ms));

test('four at a time, and what is urgent at once', async () => {
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
  const urgent = inTurn(true, async () => {
    done.push('urgent');
    return 'urgent';
  });
  expect(await Promise.all([...all, urgent])).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'urgent']);
  expect(most).toBe(4);
  expect(done[0]).toBe('urgent');
});

test('while something urgent is made nothing else begins, until it has waited a quarter of a second', async () => {
  vi.useFakeTimers();
  const began: string[] = [];
  const work = (name: string, ms: number) => () => {
    began.push(name);
    return sleepFake(ms);
  };
  const urgent = [
    inTurn(true, work('short', 200)),
    inTurn(true, work('middle', 300)),
    inTurn(true, work('long', 600)),
  ];
  const others = [inTurn(false, work('a', 10)), inTurn(false, work('b', 10)), inTurn(false, work('c', 10))];
  await vi.advanceTimersByTimeAsync(290);
  expect(began).toEqual(['short', 'middle', 'long']);
  await vi.advanceTimersByTimeAsync(305);
  // One after the other beside it.
  expect(began).toEqual(['short', 'middle', 'long', 'a', 'b', 'c']);
  await vi.advanceTimersByTimeAsync(10);
  await Promise.all([...urgent, ...others]);
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
