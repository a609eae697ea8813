'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import type { Answer, Problem } from '#lib/site/answer.ts';
import { say } from './toast.tsx';

/** A server action as a component gets it from its page. */
export type ServerAction<I, O> = (input: I) => Promise<Answer<O>>;

/** Why an action did not work; "unreachable": the server did not answer, and nobody knows whether it heard. */
export interface Trouble {
  problem: Problem | 'unreachable';
  message: string;
  fields: Readonly<Record<string, string>>;
}

interface Options<O> {
  /** Called with what the action gave, once it worked. */
  done?: (value: O) => void;
  /** Said in the corner once it worked. */
  say?: string | ((value: O) => string);
  /** Whether the page is read anew afterwards; it is, unless told otherwise. */
  refresh?: boolean;
}

export interface Running<I, O> {
  /** Runs the action; gives what it made, or null where it did not work or is running already. */
  run: (input: I) => Promise<O | null>;
  busy: boolean;
  trouble: Trouble | null;
  /** What is wrong with a field of this name, for its `error`. */
  errorOf: (field: string) => string | undefined;
  /** Forgets what went wrong, as when a window closes. */
  reset: () => void;
}

const unreachable: Trouble = {
  problem: 'unreachable',
  message: 'Không tới được máy chủ. Hãy kiểm tra đường truyền rồi thử lại; những gì đã gõ vẫn còn đây.',
  fields: {},
};

async function ask<I, O>(action: ServerAction<I, O>, input: I): Promise<Answer<O> | null> {
  try {
    return await action(input);
  } catch {
    return null;
  }
}

/** Calls a server action from a component, one call at a time, and keeps what is to be shown of it. */
export function useAction<I, O>(action: ServerAction<I, O>, options: Options<O> = {}): Running<I, O> {
  const router = useRouter();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const finish = (value: O) => {
    if (options.say !== undefined) say(typeof options.say === 'string' ? options.say : options.say(value));
    options.done?.(value);
    if (options.refresh !== false) router.refresh();
  };

  const run = async (input: I): Promise<O | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setTrouble(null);
    const answer = await ask(action, input);
    running.current = false;
    setBusy(false);
    if (answer?.ok) {
      finish(answer.value);
      return answer.value;
    }
    setTrouble(answer ?? unreachable);
    return null;
  };

  const reset = useCallback(() => setTrouble(null), []);
  return { run, busy, trouble, errorOf: (field) => trouble?.fields[field], reset };
}
