import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { actorOf } from './actor.ts';
import { auth } from './auth.ts';
import { signInPath } from './return-path.ts';
import type { Actor } from './types.ts';

// Sessions as Next's requests see them. What they are stands in the files beside this one, which know no Next.

/** The person who is signed in on this request, or null; asked once, however many parts of a page want to know. */
export const getActor = cache(async (): Promise<Actor | null> => {
  // Never part of what Next makes beforehand: whether a session is good depends on the clock.
  await connection();
  return await actorOf(await headers());
});

/**
 * The person who is signed in; anybody else is led to the sign-in page, and from there back.
 * @param path  the page's own path, as "/admin/bai"
 */
export async function requireActor(path: string): Promise<Actor> {
  return (await getActor()) ?? redirect(signInPath(path));
}

/** How long a browser keeps a cookie at most. The session's end stands in the database, which moves it at each use. */
const longestCookie = 400 * 24 * 60 * 60;

/** Passes on the cookies that the library of accounts wants set. Only in server actions and routes. */
async function keepCookies(given: Headers): Promise<void> {
  const store = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(given.getSetCookie().join(', '))) {
    const options = toCookieOptions(cookie);
    const isSession = name.endsWith('session_token') && cookie.value !== '';
    store.set(name, cookie.value, isSession ? { ...options, maxAge: longestCookie } : options);
  }
}

type Verb<I, O> = (actor: Actor, input: I, now: Date, headers: Headers) => Promise<O>;

/** A verb that needs to know which session asks, as one that `action` can call. */
export function atRequest<I, O>(verb: Verb<I, O>): (actor: Actor, input: I, now: Date) => Promise<O> {
  return async (actor, input, now) => await verb(actor, input, now, await headers());
}

/** The same for a verb that changes the session: the answer sets its cookies. */
export function withCookies<I, O>(verb: Verb<I, { value: O; cookies: Headers }>) {
  return atRequest<I, O>(async (...question) => {
    const { value, cookies: given } = await verb(...question);
    await keepCookies(given);
    return value;
  });
}

/** Does a step of signing in for this request, and has its answer set the cookies that go with it. */
export async function signInHere<T extends { cookies: Headers }>(
  work: (requestHeaders: Headers) => Promise<T>,
): Promise<Omit<T, 'cookies'>> {
  const { cookies: given, ...rest } = await work(await headers());
  await keepCookies(given);
  return rest;
}

/** Ends the session of this request. */
export async function signOutHere(): Promise<void> {
  const answer = await auth().api.signOut({ headers: await headers(), returnHeaders: true });
  await keepCookies(answer.headers);
}
