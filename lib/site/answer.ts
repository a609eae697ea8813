import { Conflict, Invalid, Missing, NotAllowed, SignedOut } from './problems.ts';

export type Problem = 'signed-out' | 'not-allowed' | 'invalid' | 'missing' | 'conflict';

/** What a newsroom's action answers; it never throws at the person who pressed the button. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; problem: Problem; message: string; fields: Readonly<Record<string, string>> };

/** As the next state of a form that may have been sent without script: a refused one also gives back the e-mail typed. */
export type FormAnswer<T> = Answer<T> & { email?: string };

const problems: [new (...args: never[]) => Error, Problem][] = [
  [SignedOut, 'signed-out'],
  [NotAllowed, 'not-allowed'],
  [Invalid, 'invalid'],
  [Missing, 'missing'],
  [Conflict, 'conflict'],
];

/** The answer that tells of an error; what is no problem of the person's own is thrown on. */
export function problemAnswer(error: unknown): Answer<never> {
  const known = problems.find(([kind]) => error instanceof kind);
  if (!known || !(error instanceof Error)) throw error;
  return {
    ok: false,
    problem: known[1],
    message: error.message,
    fields: error instanceof Invalid ? error.fields : {},
  };
}

/** HTTP status of each, for routes. */
export const problemStatus: Record<Problem, number> = {
  'signed-out': 401,
  'not-allowed': 403,
  invalid: 422,
  missing: 404,
  conflict: 409,
};
