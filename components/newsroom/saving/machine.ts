import type { ArticleContent } from '#lib/articles/types.ts';
import { merge } from './merge.ts';
import { same } from './same.ts';
import type { Clash, Problem, SaveState, Theirs } from './types.ts';

// What saving is, without a browser: a state, what can happen to it (`after`), and what is to be done next (`todo`).
// Times are milliseconds of one clock; contents are tidy.

/** A save as it is sent. Sent twice under one id, it is done once. */
export interface Payload {
  id: string;
  baseVersion: number;
  content: ArticleContent;
  reason: 'autosave' | 'save';
}

export interface Machine {
  /** What the server has, as far as we know. */
  version: number;
  base: ArticleContent;
  savedAt: Date | null;
  /** What stands in the form. */
  mine: ArticleContent;
  formKey: number;
  /** What the form had before it was last made anew: a key stroke may still come from there. */
  former: { formKey: number; content: ArticleContent } | null;
  /** A save without an answer yet; whether it arrived nobody knows until it is sent again. */
  sent: Payload | null;
  /** Something is under way: one thing at a time. */
  busy: 'save' | 'read' | null;
  /** When what is typed is to be sent. */
  dueAt: number | null;
  /** Since when something has been waiting to be sent. */
  waitingSince: number | null;
  /** No sooner is anything sent. */
  notBefore: number;
  /** Attempts that failed in a row. */
  failures: number;
  trouble: 'offline' | 'signed-out' | 'refused' | null;
  problem: Problem | null;
  clash: { theirs: Theirs; clashes: readonly Clash[] } | null;
  /** The newest version that the server told of. */
  heard: number;
  /** Asked for by a person, not by the clock. */
  asked: boolean;
  joinedWith: { name: string | null; at: Date } | null;
}

/** What this browser still had of an earlier time. */
export interface Leftover {
  baseVersion: number;
  base: ArticleContent;
  content: ArticleContent;
  sent: Payload | null;
}

export type Happening =
  | { kind: 'typed'; content: ArticleContent; formKey: number }
  | { kind: 'sending'; payload: Payload }
  | { kind: 'saved'; version: number; savedAt: Date }
  | { kind: 'behind'; theirs: Theirs }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'signed-out'; problem: Problem }
  | { kind: 'signed-in' }
  | { kind: 'failed' }
  | { kind: 'reading' }
  | { kind: 'read'; theirs: Theirs }
  | { kind: 'heard'; version: number }
  /** The line is back, the tab is looked at, somebody wants it saved now: no waiting. */
  | { kind: 'hurry'; asked?: boolean }
  | { kind: 'resolved'; content: ArticleContent }
  | { kind: 'left-over'; leftover: Leftover };

/** What is to be done now: send, read, or look again at a time (null: when something happens). */
export type Todo =
  | { do: 'send'; payload: Omit<Payload, 'id'> | Payload }
  | { do: 'read' }
  | { do: 'wait'; until: number | null };

/** After the last key; and at most so long while somebody types on and on. */
const quietMs = 1000;
const longestMs = 3000;
const signInRetryMs = 10_000;
const longestRetryMs = 15_000;

export function begin(version: number, content: ArticleContent): Machine {
  return {
    version,
    base: content,
    savedAt: null,
    mine: content,
    formKey: 0,
    former: null,
    sent: null,
    busy: null,
    dueAt: null,
    waitingSince: null,
    notBefore: 0,
    failures: 0,
    trouble: null,
    problem: null,
    clash: null,
    heard: version,
    asked: false,
    joinedWith: null,
  };
}

/** Whether the form has what the server has not, as far as we know. */
export const isUnsaved = (machine: Machine): boolean =>
  machine.sent !== null || machine.clash !== null || !same(machine.mine, machine.base);

/** The state in one word, for the person. */
export function stateOf(machine: Machine): SaveState {
  if (machine.clash) return 'conflict';
  if (machine.trouble) return machine.trouble;
  if (machine.busy === 'save') return 'saving';
  return isUnsaved(machine) ? 'unsaved' : 'saved';
}

/** Puts another content into the form. */
function show(machine: Machine, content: ArticleContent): Machine {
  if (same(machine.mine, content)) return { ...machine, mine: content };
  const former = { formKey: machine.formKey, content: machine.mine };
  return { ...machine, mine: content, former, formKey: machine.formKey + 1 };
}

const due = (machine: Machine, at: number): Machine =>
  same(machine.mine, machine.base)
    ? { ...machine, dueAt: null, waitingSince: null }
    : { ...machine, dueAt: at, waitingSince: machine.waitingSince ?? at };

/** Somebody else's version is the one to go on from, with what is typed here joined to it. */
function goOnFrom(machine: Machine, theirs: Theirs, now: number): Machine {
  const { content, clashes } = merge(machine.base, machine.mine, theirs.content);
  const heard = Math.max(machine.heard, theirs.version);
  if (clashes.length > 0) return { ...machine, heard, clash: { theirs, clashes } };
  const wasUnsaved = !same(machine.mine, machine.base);
  const gotNews = !same(machine.base, theirs.content);
  const joinedWith =
    wasUnsaved && gotNews ? { name: theirs.savedBy, at: theirs.savedAt } : machine.joinedWith;
  const { version, savedAt } = theirs;
  const base = theirs.content;
  return due({ ...show(machine, content), version, savedAt, base, heard, clash: null, joinedWith }, now);
}

function afterTyped(machine: Machine, content: ArticleContent, formKey: number, now: number): Machine {
  if (formKey !== machine.formKey) return afterTypedBefore(machine, content, formKey, now);
  if (same(content, machine.mine)) return machine;
  const waitingSince = machine.waitingSince ?? now;
  const typed = {
    ...machine,
    mine: content,
    // What was refused may be right now.
    trouble: machine.trouble === 'refused' ? null : machine.trouble,
    problem: machine.trouble === 'refused' ? null : machine.problem,
    waitingSince,
  };
  return due(typed, Math.min(now + quietMs, waitingSince + longestMs));
}

/** A key stroke into the form that has just been replaced: it is joined to what stands in the new one. */
function afterTypedBefore(machine: Machine, content: ArticleContent, formKey: number, now: number): Machine {
  if (machine.former?.formKey !== formKey) return machine;
  const joined = merge(machine.former.content, content, machine.mine).content;
  return due(show(machine, joined), now);
}

function afterSaved(machine: Machine, version: number, savedAt: Date, now: number): Machine {
  const { sent } = machine;
  if (!sent) return machine;
  const { dueAt } = machine;
  const saved = {
    ...machine,
    ...calm,
    version,
    savedAt,
    base: sent.content,
    sent: null,
    heard: Math.max(machine.heard, version),
    asked: false,
  };
  // What was typed meanwhile keeps its time.
  return due(saved, dueAt ?? now);
}

/** Nothing is under way and nothing went wrong. */
const calm = { busy: null, failures: 0, notBefore: 0, trouble: null, problem: null } as const;

function afterRefused(machine: Machine, problem: Problem, now: number): Machine {
  const settled = { ...machine, ...calm, sent: null, asked: false };
  // What was typed meanwhile may be right.
  const isOther = machine.sent !== null && !same(machine.mine, machine.sent.content);
  return isOther ? due(settled, machine.dueAt ?? now) : { ...settled, trouble: 'refused', problem };
}

function afterFailed(machine: Machine, now: number): Machine {
  const failures = machine.failures + 1;
  const wait = Math.min(1000 * 2 ** (failures - 1), longestRetryMs);
  return { ...machine, busy: null, failures, trouble: 'offline', notBefore: now + wait };
}

function afterRead(machine: Machine, theirs: Theirs, now: number): Machine {
  const read = { ...machine, ...calm };
  return theirs.version > machine.version ? goOnFrom(read, theirs, now) : { ...read, heard: machine.version };
}

function afterResolved(machine: Machine, content: ArticleContent, now: number): Machine {
  if (!machine.clash) return machine;
  const { theirs } = machine.clash;
  const { version, savedAt } = theirs;
  const joinedWith = { name: theirs.savedBy, at: savedAt };
  const settled = {
    ...show(machine, content),
    version,
    savedAt,
    base: theirs.content,
    clash: null,
    joinedWith,
  };
  return due({ ...settled, notBefore: 0 }, now);
}

/** Takes up what was left over: as if it had been typed now, on the text it began at. */
function afterLeftOver(machine: Machine, leftover: Leftover, now: number): Machine {
  const { version, base, savedAt } = machine;
  if (same(leftover.content, base)) return machine;
  if (leftover.baseVersion === version && !leftover.sent) return due(show(machine, leftover.content), now);
  const found = { ...show(machine, leftover.content), base: leftover.base, version: leftover.baseVersion };
  // First of all it must be known whether what was sent last had arrived.
  if (leftover.sent)
    return due({ ...found, sent: leftover.sent, heard: Math.max(machine.heard, version) }, now);
  return goOnFrom(found, { version, content: base, savedBy: null, savedAt: savedAt ?? new Date(now) }, now);
}

function afterHurry(machine: Machine, asked: boolean, now: number): Machine {
  const hurried = { ...due(machine, now), notBefore: 0, asked: machine.asked || asked };
  // Somebody who asks may know why it would be taken now.
  return asked && machine.trouble === 'refused' ? { ...hurried, trouble: null, problem: null } : hurried;
}

/** The state after something has happened. */
export function after(machine: Machine, event: Happening, now: number): Machine {
  switch (event.kind) {
    case 'typed':
      return afterTyped(machine, event.content, event.formKey, now);
    case 'sending':
      return { ...machine, busy: 'save', sent: event.payload, dueAt: null, waitingSince: null };
    case 'saved':
      return afterSaved(machine, event.version, event.savedAt, now);
    case 'behind':
      return goOnFrom({ ...machine, ...calm, sent: null }, event.theirs, now);
    case 'refused':
      return afterRefused(machine, event.problem, now);
    case 'signed-out':
      return {
        ...machine,
        busy: null,
        sent: null,
        trouble: 'signed-out',
        problem: event.problem,
        notBefore: now + signInRetryMs,
        dueAt: machine.dueAt ?? now,
      };
    case 'signed-in':
      if (machine.trouble !== 'signed-out') return machine;
      return { ...due(machine, now), trouble: null, problem: null, notBefore: 0 };
    case 'failed':
      return afterFailed(machine, now);
    case 'reading':
      return { ...machine, busy: 'read' };
    case 'read':
      return afterRead(machine, event.theirs, now);
    case 'heard':
      return { ...machine, heard: Math.max(machine.heard, event.version) };
    case 'hurry':
      return afterHurry(machine, event.asked === true, now);
    case 'resolved':
      return afterResolved(machine, event.content, now);
    case 'left-over':
      return afterLeftOver(machine, event.leftover, now);
  }
}

const at = (time: number, now: number, todo: Todo): Todo =>
  time <= now ? todo : { do: 'wait', until: time };

/** What is to be done next. */
export function todo(machine: Machine, now: number): Todo {
  const { sent, busy, clash, trouble, notBefore, mine, base, version, dueAt } = machine;
  if (busy || clash) return { do: 'wait', until: null };
  if (sent) return at(notBefore, now, { do: 'send', payload: sent });
  if (trouble === 'refused') return { do: 'wait', until: null };
  if (!same(mine, base)) {
    const reason = machine.asked ? 'save' : 'autosave';
    const payload = { baseVersion: version, content: mine, reason } as const;
    return at(Math.max(dueAt ?? 0, notBefore), now, { do: 'send', payload });
  }
  if (machine.heard > version) return at(notBefore, now, { do: 'read' });
  return { do: 'wait', until: null };
}
