import type { ArticleContent } from '#lib/articles/types.ts';
import type { Journal, Orphan } from './journal.ts';
import type { Line } from './line.ts';
import { after, begin, type Happening, isUnsaved, type Machine, stateOf, todo } from './machine.ts';
import { merge } from './merge.ts';
import { newId } from './new-id.ts';
import { same, tidy } from './same.ts';
import type { Conflict, Saving } from './types.ts';

/** What of the saving a form and its bar show; presence is another's part. */
type SaverView = Pick<
  Saving,
  'formKey' | 'state' | 'version' | 'savedAt' | 'problem' | 'conflict' | 'joinedWith'
> & { initial: ArticleContent };

export interface Saver {
  view: () => SaverView;
  /** Calls `listen` whenever the view has changed. */
  subscribe: (listen: () => void) => () => void;
  /** What a form made under this key calls at every change. */
  editOf: (formKey: number) => Saving['edit'];
  saveNow: () => Promise<boolean>;
  resolve: (content: ArticleContent) => void;
  /** Something happened outside: the line is back, another version was heard of. */
  happen: (event: Extract<Happening, { kind: 'hurry' | 'heard' | 'signed-in' | 'signed-out' }>) => void;
  /** Reads what is in the form and puts it into the journal, at once. */
  flush: () => void;
  /** Whether leaving now would lose something: it is neither with the server nor in the journal. */
  isAtRisk: () => boolean;
  /** Takes up what tabs that are gone had left over. */
  takeUp: (orphan: Orphan) => void;
  /** Whether everything that the server told of is here. */
  isUpToDate: () => boolean;
  /** The form is gone: what is unsaved is sent once more; fulfilled when there is no more to be done from here. */
  stop: () => Promise<void>;
}

interface Options {
  version: number;
  content: ArticleContent;
  line: Line;
  journal: Pick<Journal, 'keep' | 'drop'>;
  /** Fulfilled when another's words may be put into the form. */
  composed?: () => Promise<void>;
}

/** Between a key and its being read and kept: short of what a hand needs to close a tab. */
const readSoonMs = 50;

/** Saves an article's form: runs the machine against the line, the journal and the clock. */
export function createSaver({ version, content, line, journal, composed }: Options): Saver {
  let machine = begin(version, tidy(content));
  let initial = content;
  let pending: { read: () => ArticleContent; formKey: number } | null = null;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let pumpTimer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let view = makeView();
  const listeners = new Set<() => void>();
  const waiters = new Set<(saved: boolean) => void>();
  const orphans: Orphan[] = [];
  /** What was refused for good and is in the article's history: it need not be kept here. */
  let inHistory: ArticleContent | null = null;
  let journalDone = Promise.resolve();
  /** What the journal was last given, and whether it took it. A write that was begun ends well, also without the page. */
  const written = { machine: null as Machine | null, failed: false };

  function conflictOf(): Conflict | null {
    const { clash, base, mine } = machine;
    if (!clash) return null;
    const before = view?.conflict;
    const isSame = before?.mine === mine && before.theirs === clash.theirs && before.base === base;
    return isSame ? before : { base, mine, theirs: clash.theirs };
  }

  function makeView(): SaverView {
    const { formKey, problem, savedAt, joinedWith } = machine;
    const state = stateOf(machine);
    return {
      initial,
      formKey,
      state: pending && state === 'saved' ? 'unsaved' : state,
      version: machine.version,
      savedAt,
      problem,
      conflict: conflictOf(),
      joinedWith,
    };
  }

  function show(): void {
    const next = makeView();
    const changed = (Object.keys(next) as (keyof SaverView)[]).some((key) => next[key] !== view[key]);
    if (!changed) return;
    view = next;
    for (const listen of listeners) listen();
  }

  const isSafe = () => !isUnsaved(machine) || (inHistory !== null && same(inHistory, machine.mine));

  function writeJournal(): void {
    const last = written.machine;
    const isWritten =
      last?.mine === machine.mine &&
      last.base === machine.base &&
      last.sent === machine.sent &&
      last.clash === machine.clash;
    if (isWritten) return;
    written.machine = machine;
    const { version: baseVersion, base, mine, sent } = machine;
    const done = isSafe() ? journal.drop() : journal.keep({ baseVersion, base, content: mine, sent });
    journalDone = done.then(
      () => {
        written.failed = false;
      },
      () => {
        // A browser that keeps nothing (a private window of some): leaving the page will warn.
        written.failed = true;
      },
    );
  }

  function answerWaiters(event: Happening): void {
    const isSaved = !isUnsaved(machine) && !pending;
    const failed = event.kind === 'failed' || event.kind === 'refused' || event.kind === 'signed-out';
    if (!isSaved && !failed && !machine.clash) return;
    for (const wake of waiters) wake(isSaved);
    waiters.clear();
  }

  function apply(event: Happening): void {
    const before = machine.formKey;
    machine = after(machine, event, Date.now());
    if (machine.formKey !== before) initial = machine.mine;
    writeJournal();
    answerWaiters(event);
    takeUpNext();
  }

  function happen(event: Happening): void {
    if (stopped) return;
    apply(event);
    pump();
    show();
  }

  function readPending(): void {
    clearTimeout(readTimer);
    if (!pending) return;
    const { read, formKey } = pending;
    pending = null;
    apply({ kind: 'typed', content: tidy(read()), formKey });
  }

  /** The answer to what is typed by then: the form is read first. */
  async function answered(event: Happening & { kept?: boolean }): Promise<void> {
    if ('theirs' in event) await composed?.();
    if (stopped) return;
    if (event.kept) inHistory = machine.sent?.content ?? null;
    readPending();
    happen(event);
  }

  function pump(): void {
    clearTimeout(pumpTimer);
    if (stopped) return;
    const next = todo(machine, Date.now());
    if (next.do === 'send') {
      const { payload } = next;
      const sent = 'id' in payload ? payload : { ...payload, id: newId() };
      apply({ kind: 'sending', payload: sent });
      void line.save(sent).then(answered);
    } else if (next.do === 'read') {
      apply({ kind: 'reading' });
      void line.read().then(answered);
    } else if (next.until !== null) {
      pumpTimer = setTimeout(() => {
        readPending();
        pump();
        show();
      }, next.until - Date.now());
    }
  }

  /** One after the other, each once the one before it is settled. */
  function takeUpNext(): void {
    const isBusy = machine.busy !== null || isUnsaved(machine) || pending !== null;
    const orphan = isBusy ? undefined : orphans.shift();
    if (!orphan) return;
    const { base, content: left, sent, baseVersion } = orphan.leftover;
    apply({ kind: 'left-over', leftover: { base: tidy(base), content: tidy(left), sent, baseVersion } });
    // By now this tab's own entry holds it, or the server did all along.
    orphan.forget().catch(() => {});
  }

  async function saveNow(): Promise<boolean> {
    readPending();
    show();
    if (!isUnsaved(machine)) return true;
    const saved = new Promise<boolean>((resolve) => waiters.add(resolve));
    happen({ kind: 'hurry', asked: true });
    return await saved;
  }

  return {
    view: () => view,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    editOf: (formKey) => (read) => {
      if (stopped) return;
      const isFirst = pending === null;
      pending = { read, formKey };
      if (!isFirst) return;
      readTimer = setTimeout(() => {
        readPending();
        pump();
        show();
      }, readSoonMs);
      show();
    },
    saveNow,
    resolve(settled) {
      const before = machine.mine;
      readPending();
      // What was typed behind the view, at the last moment, is no part of what was settled in it.
      const { content } = merge(before, machine.mine, tidy(settled));
      happen({ kind: 'resolved', content });
    },
    happen(event) {
      if (event.kind === 'hurry' || event.kind === 'signed-in') readPending();
      happen(event);
    },
    flush() {
      readPending();
      pump();
      show();
    },
    isAtRisk: () => written.failed && !isSafe(),
    takeUp(orphan) {
      orphans.push(orphan);
      takeUpNext();
      pump();
      show();
    },
    isUpToDate: () => machine.heard <= machine.version,
    async stop() {
      const last = saveNow();
      listeners.clear();
      await last;
      stopped = true;
      clearTimeout(pumpTimer);
      await journalDone;
    },
  };
}
