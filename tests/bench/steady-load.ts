import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pinned } from './load.ts';
import type { Order, Told, Watched } from './steady-process.ts';

/** A load that goes on at the same pace whatever the server does, and sees when what it is answered changes. */
export interface SteadyLoad {
  /**
   * From here on the addresses are asked for besides those that always are.
   * @returns once each has been asked for and answered: what it answers now is what is old from here on
   */
  watch: (paths: readonly string[]) => Promise<void>;
  /** When each watched address first answered something new, in milliseconds since 1970. */
  untilChanged: () => Promise<Record<string, number>>;
  /** What has been answered since the last time, old answers among them that came after a new one. */
  count: () => Promise<Watched>;
  stop: () => void;
}

const limitMs = 60_000;

async function next<K extends Told['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<Told, { kind: K }>> {
  const signal = AbortSignal.timeout(limitMs);
  for (;;) {
    const [told] = (await once(child, 'message', { signal })) as [Told];
    if (told.kind === kind) return told as Extract<Told, { kind: K }>;
  }
}

/** Asks a server on the second core, so many times a second in all. */
export async function startSteadyLoad(
  url: string,
  perSecond: number,
  always: readonly string[],
): Promise<SteadyLoad> {
  const child = spawn(
    ...pinned(1, process.execPath, [
      '--disable-warning=ExperimentalWarning',
      'tests/bench/steady-process.ts',
    ]),
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const tell = (order: Order) => child.send(order);
  const ask = async <K extends Told['kind']>(order: Order, kind: K) => {
    const answer = next(child, kind);
    tell(order);
    return await answer;
  };
  await next(child, 'ready');
  await ask({ kind: 'begin', url, perSecond, always }, 'running');
  return {
    watch: async (paths) => void (await ask({ kind: 'watch', paths }, 'watching')),
    untilChanged: async () => (await ask({ kind: 'until-changed' }, 'changed')).at,
    count: async () => await ask({ kind: 'count' }, 'counted'),
    stop: () => child.kill(),
  };
}
