import { headers } from 'next/headers';
import type { z } from 'zod';
import { type Answer, type FormAnswer, problemAnswer, problemStatus } from '#lib/site/answer.ts';
import { Invalid, SignedOut } from '#lib/site/problems.ts';
import { getActor } from '#lib/staff/session.ts';
import type { Actor } from '#lib/staff/types.ts';

// Every way into the newsroom goes through one of these: who asks, what is given, and only then the work, which itself
// asks the table of permissions.

async function demandActor(): Promise<Actor> {
  const actor = await getActor();
  if (!actor) throw new SignedOut();
  return actor;
}

function parse<I>(schema: z.ZodType<I>, input: unknown): I {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.map(String).join('.')] ??= issue.message;
  throw new Invalid(parsed.error.issues[0]?.message ?? 'Dữ liệu chưa đúng.', fields);
}

type Work<I, O> = (actor: Actor, input: I, now: Date) => Promise<O>;

/**
 * A server action: parses what it is given, finds out who asks and does the work. What goes wrong comes back as an
 * answer with a message for the person; only a defect throws.
 */
export function action<I, O>(schema: z.ZodType<I>, work: Work<I, O>) {
  return async (input: unknown): Promise<Answer<O>> => {
    try {
      const actor = await demandActor();
      return { ok: true, value: await work(actor, parse(schema, input), new Date()) };
    } catch (error) {
      return problemAnswer(error);
    }
  };
}

async function answerForm<O>(form: FormData, work: () => Promise<O>): Promise<FormAnswer<O>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const email = form.get('email');
    return { ...problemAnswer(error), ...(typeof email === 'string' ? { email: email.slice(0, 320) } : {}) };
  }
}

const given = new WeakMap<object, FormAnswer<unknown>>();

/**
 * What the form of the page now being made was answered, if it was sent without script: Next finishes a page that it has
 * the frame of, and does not hand React the form's state then.
 */
export async function givenAnswer<A extends FormAnswer<unknown>>(
  _action: (before: A | null, form: FormData) => Promise<A>,
): Promise<A | null> {
  // One object for the whole of a request, with the action before the page.
  return (given.get(await headers()) as A | undefined) ?? null;
}

/**
 * A server action for people who are not signed in, behind a form that works before its script has arrived: the form's
 * fields are parsed, and what goes wrong comes back as the form's next state, with the e-mail that was typed (never a
 * password). Only for signing in and new passwords.
 */
export function openAction<I, O>(schema: z.ZodType<I>, work: (input: I, now: Date) => Promise<O>) {
  return async (_before: unknown, form: FormData): Promise<FormAnswer<O>> => {
    const answer = await answerForm(form, () => work(parse(schema, Object.fromEntries(form)), new Date()));
    given.set(await headers(), answer);
    return answer;
  };
}

async function answerWith(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const answer = problemAnswer(error);
    const status = answer.ok ? 200 : problemStatus[answer.problem];
    return Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
  }
}

/** A route of the newsroom's own: as `action`, for what needs HTTP (a stream, a file, an answer while leaving the page). */
export function door<Context>(work: (actor: Actor, request: Request, context: Context) => Promise<Response>) {
  return (request: Request, context: Context): Promise<Response> =>
    answerWith(async () => await work(await demandActor(), request, context));
}

/** A route for people who are not signed in; what the work gives goes out as an answer's value. */
export function openDoor<O>(work: (request: Request, now: Date) => Promise<O>) {
  return (request: Request): Promise<Response> =>
    answerWith(async () => {
      const answer: Answer<O> = { ok: true, value: await work(request, new Date()) };
      return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
    });
}

const largestBody = 8 * 1024 * 1024;

/**
 * The JSON that a request carries, parsed.
 * @throws Invalid for what is no JSON, too large or not of this form
 */
export async function readJson<I>(request: Request, schema: z.ZodType<I>): Promise<I> {
  // Another site's form can't send this type without the browser asking first, and we never answer yes.
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new Invalid('Yêu cầu phải gửi bằng JSON.');
  }
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw new Invalid('Yêu cầu quá lớn.');
  const text = await request.text();
  if (text.length > largestBody) throw new Invalid('Yêu cầu quá lớn.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Invalid('Yêu cầu không phải JSON.');
  }
  return parse(schema, value);
}
