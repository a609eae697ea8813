'use client';
import { useEffect, useRef, useState } from 'react';
import { type Running, useAction } from '#components/ui/use-action.ts';
import type { Standing, Status, StepName } from '#lib/articles/types.ts';
import type { Answer } from '#lib/site/answer.ts';
import type { Asked, StepActions } from './step-actions.ts';

/** A button that was pressed: the step, and its action with all that it is given but the article itself. */
export interface Press {
  step: StepName;
  send: (asked: Asked) => Promise<Answer<Standing>>;
}

interface Options {
  id: number;
  status: Status;
  saveNow: () => Promise<boolean>;
  version: () => number;
  done: (step: StepName, standing: Standing) => void;
}

export interface Steps extends Pick<Running<Press, Standing>, 'trouble' | 'reset'> {
  /** The step that is under way. */
  busy: StepName | null;
  /** The step that was tried last, and on which version. */
  tried: StepName | null;
  triedVersion: number;
  press: (press: Press) => Promise<Standing | null>;
}

const unsaved: Answer<never> = {
  ok: false,
  problem: 'conflict',
  message: 'Bài chưa lưu được nên chưa làm được việc này. Hãy xem dòng báo lưu bài rồi thử lại.',
  fields: {},
};

/** Presses a step's button: what was typed is saved first, then the step is taken on exactly that text. */
export function useSteps({ id, status, saveNow, version, done }: Options): Steps {
  const [tried, setTried] = useState<StepName | null>(null);
  // The version is asked after the save, when the page may have given us a newer function to ask with.
  const asking = useRef(version);
  useEffect(() => {
    asking.current = version;
  });
  const [triedVersion, setTriedVersion] = useState(0);
  const { run, busy, trouble, reset } = useAction<Press, Standing>(async ({ send }) => {
    if (!(await saveNow())) return unsaved;
    const asked = { id, version: asking.current(), status };
    setTriedVersion(asked.version);
    return await send(asked);
  });
  const press = async (one: Press) => {
    if (busy) return null;
    setTried(one.step);
    const standing = await run(one);
    if (standing) done(one.step, standing);
    return standing;
  };
  return { busy: busy ? tried : null, tried, triedVersion, trouble, reset, press };
}

/** The steps that need nothing more than the article itself. */
export type PlainStep = Exclude<StepName, 'sendBack' | 'withdraw' | 'schedule'>;

export function plainPress(actions: StepActions, step: PlainStep): Press {
  return { step, send: (asked) => actions.steps[step](asked) };
}
