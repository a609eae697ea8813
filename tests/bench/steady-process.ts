import { connect, type Socket } from 'node:net';

// A program of its own: asks a server at a steady pace over kept connections, without waiting for answers (an open loop:
// a server that stands still is asked on), and tells what it was answered.

export type Order =
  | { kind: 'begin'; url: string; perSecond: number; always: readonly string[] }
  | { kind: 'watch'; paths: readonly string[] }
  | { kind: 'until-changed' }
  | { kind: 'count' };

/** What was answered in a while. */
export interface Watched {
  answers: number;
  /** No answer, or one with a status of 500 and more. */
  failed: number;
  /** Something old, asked for after something new had come. */
  stale: number;
  /** Milliseconds from the moment an address was to be asked for to the last byte of the answer. */
  p50: number;
  p99: number;
  max: number;
}

export type Told =
  | { kind: 'ready' | 'running' | 'watching' }
  | { kind: 'changed'; at: Record<string, number> }
  | ({ kind: 'counted' } & Watched);

interface Asked {
  path: string;
  dueAt: number;
  sentAt: number;
}

interface Surface {
  /** What it answered before, by status and ETag; empty until the first answer. */
  old: Set<string>;
  changedAt: number | null;
}

const connections = 32;
const now = () => performance.timeOrigin + performance.now();

let always: readonly string[] = [];
const surfaces = new Map<string, Surface>();
let waitsForOld: (() => void) | null = null;
let waitsForNew: (() => void) | null = null;
let failed = 0;
let stale = 0;
let times: number[] = [];
const waiting: Asked[] = [];

const tell = (told: Told) => process.send?.(told);

function note(asked: Asked, signature: string): void {
  const surface = surfaces.get(asked.path);
  if (!surface) return;
  if (waitsForOld) {
    surface.old.add(signature);
    if ([...surfaces.values()].every(({ old }) => old.size > 0)) {
      waitsForOld();
      waitsForOld = null;
    }
    return;
  }
  const isOld = surface.old.has(signature);
  if (surface.changedAt !== null && asked.sentAt > surface.changedAt && isOld) stale++;
  if (surface.changedAt === null && !isOld && !signature.startsWith('5')) surface.changedAt = now();
  if (waitsForNew && [...surfaces.values()].every(({ changedAt }) => changedAt !== null)) {
    waitsForNew();
    waitsForNew = null;
  }
}

function answered(asked: Asked, head: string): void {
  const status = head.slice(9, 12);
  if (status >= '500') failed++;
  times.push(now() - asked.dueAt);
  note(asked, `${status} ${/^etag: (.*)$/im.exec(head)?.[1]?.trim() ?? ''}`);
}

/** A kept connection that asks for one address after another. */
class Line {
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #asked: Asked | null = null;
  readonly #url: URL;

  constructor(url: URL) {
    this.#url = url;
  }

  get isFree(): boolean {
    return this.#asked === null;
  }

  ask(asked: Asked): void {
    this.#asked = { ...asked, sentAt: now() };
    this.#socket ??= this.#open();
    this.#socket.write(
      `GET ${asked.path} HTTP/1.1\r\nHost: ${this.#url.host}\r\nAccept-Encoding: gzip, br\r\n\r\n`,
    );
  }

  #open(): Socket {
    const socket = connect(Number(this.#url.port), this.#url.hostname).setNoDelay(true);
    const lose = () => {
      if (this.#socket !== socket) return;
      this.#socket = null;
      this.#received = Buffer.alloc(0);
      if (this.#asked) failed++;
      this.#asked = null;
    };
    socket.on('error', lose).on('close', lose);
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const asked = this.#asked;
    this.#asked = null;
    this.#received = this.#received.subarray(end + 4 + length);
    if (asked) answered(asked, head);
    const next = waiting.shift();
    if (next) this.ask(next);
  }
}

function begin(order: Extract<Order, { kind: 'begin' }>): void {
  always = order.always;
  const url = new URL(order.url);
  const lines = Array.from({ length: connections }, () => new Line(url));
  const began = now();
  let sent = 0;
  setInterval(() => {
    for (const due = ((now() - began) / 1000) * order.perSecond; sent < due; sent++) {
      const paths = [...always, ...surfaces.keys()];
      const path = paths[sent % paths.length];
      if (!path) continue;
      const asked = { path, dueAt: began + (sent / order.perSecond) * 1000, sentAt: 0 };
      const free = lines.find((line) => line.isFree);
      if (free) free.ask(asked);
      else waiting.push(asked);
    }
  }, 1);
  tell({ kind: 'running' });
}

async function watch(paths: readonly string[]): Promise<void> {
  surfaces.clear();
  for (const path of paths) surfaces.set(path, { old: new Set(), changedAt: null });
  const complaint = complainLater(({ old }) => old.size === 0, 'does not answer');
  await new Promise<void>((done) => {
    waitsForOld = done;
  });
  clearTimeout(complaint);
  tell({ kind: 'watching' });
}

const patienceMs = 20_000;

/** Says what is still waited for, so that a run that goes wrong tells where. */
function complainLater(lacks: (surface: Surface) => boolean, what: string): NodeJS.Timeout {
  return setTimeout(() => {
    const paths = [...surfaces].flatMap(([path, surface]) => (lacks(surface) ? [path] : []));
    console.error(`${what}: ${paths.join(' ')} (${waiting.length} questions wait to be asked)`);
  }, patienceMs);
}

async function untilChanged(): Promise<void> {
  if (![...surfaces.values()].every(({ changedAt }) => changedAt !== null)) {
    const complaint = complainLater(({ changedAt }) => changedAt === null, 'answers nothing new');
    await new Promise<void>((done) => {
      waitsForNew = done;
    });
    clearTimeout(complaint);
  }
  tell({
    kind: 'changed',
    at: Object.fromEntries([...surfaces].map(([path, { changedAt }]) => [path, changedAt ?? 0])),
  });
}

function count(): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  tell({ kind: 'counted', answers: sorted.length, failed, stale, p50: at(0.5), p99: at(0.99), max: at(1) });
  times = [];
  failed = 0;
  stale = 0;
}

process.on('message', (order: Order) => {
  if (order.kind === 'begin') begin(order);
  else if (order.kind === 'watch') void watch(order.paths);
  else if (order.kind === 'until-changed') void untilChanged();
  else count();
});
tell({ kind: 'ready' });
