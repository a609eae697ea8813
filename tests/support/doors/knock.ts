import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '#lib/site/answer.ts';
import type { Action } from '#lib/staff/permissions.ts';
import type { World } from './world.ts';

/** What is brought to a door: an action's input, or what a route reads. */
interface RouteInput {
  params?: Record<string, string | string[]>;
  query?: string;
  json?: unknown;
}

/**
 * How a door is tried.
 * - `may`: it asks the table of permissions for this action; whoever may not by the table must be refused. `input` is
 *   what somebody who may would give, so that nothing but the permission stands in the way. It is done to the writer's
 *   article in the section, to the writer's picture, or to what is nobody's in particular.
 * - `everyone`: it is open to everyone who is signed in, for the reason given.
 * - `open`: nobody need be signed in, for the reason given.
 */
export type Try =
  | { may: Action; of: 'an article' | 'a picture' | 'nothing'; input: (world: World) => unknown }
  | { everyone: string; input: (world: World) => unknown };
export type Entry = { tries: Try[] } | { open: string };

/** Files below app/ and what they export: { 'admin/(newsroom)/the/actions.ts': { createTag: … } }. */
export type DoorTable = Record<string, Record<string, Entry>>;

/** A door that stands in the source. */
export interface Door {
  file: string;
  name: string;
}

type Handler = (...given: never[]) => unknown;

const doorFiles = () => globSync('**/{actions,route}.ts', { cwd: 'app' }).sort();

/** Every server action and every route handler there is. */
export async function findDoors(): Promise<Door[]> {
  const doors: Door[] = [];
  for (const file of doorFiles()) {
    for (const [name, value] of Object.entries(await loadModule(file))) {
      if (typeof value === 'function') doors.push({ file, name });
    }
  }
  return doors;
}

/** Server actions that stand elsewhere than in a file named actions.ts, where nobody would find them. */
export function strayActions(): string[] {
  return globSync('{app,components,lib}/**/*.{ts,tsx}').filter(
    (file) => !/\/actions\.ts$/.test(file) && /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')),
  );
}

async function loadModule(file: string): Promise<Record<string, unknown>> {
  return await import(join(process.cwd(), 'app', file));
}

const statusWords: Record<number, string> = { 401: 'signed-out', 403: 'not-allowed' };

async function knockRoute(handler: Handler, method: string, input: RouteInput): Promise<string> {
  const url = `http://localhost:3000/admin?${input.query ?? ''}`;
  const body = input.json === undefined ? null : JSON.stringify(input.json);
  const headers = body === null ? undefined : { 'content-type': 'application/json' };
  const request = new Request(url, { method, body, ...(headers && { headers }) });
  const call = handler as (request: Request, context: object) => Promise<Response>;
  const answer = await call(request, { params: Promise.resolve(input.params ?? {}) });
  await answer.body?.cancel();
  return statusWords[answer.status] ?? `status ${answer.status}`;
}

async function knockAction(handler: Handler, input: unknown): Promise<string> {
  const answer = await (handler as (input: unknown) => Promise<Answer<unknown>>)(input);
  return answer.ok ? 'done' : answer.problem === 'invalid' ? `invalid: ${answer.message}` : answer.problem;
}

/** Goes through the door as whoever the request's cookies say. @returns the problem that it answers with, or "done" */
export async function knock({ file, name }: Door, input: unknown): Promise<string> {
  const handler = (await loadModule(file))[name];
  if (typeof handler !== 'function') throw new Error(`${file} has no ${name}`);
  return file.endsWith('route.ts')
    ? await knockRoute(handler as Handler, name, (input ?? {}) as RouteInput)
    : await knockAction(handler as Handler, input);
}
