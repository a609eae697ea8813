import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';

// A browser that somebody has signed in with keeps a mark of it. Its guesses are counted apart from the world's, so
// that nobody can lock a person out of their own computer by guessing at their password elsewhere.

const isSecure = () => process.env['SITE_URL']?.startsWith('https:') ?? false;
const cookieName = () => `${isSecure() ? '__Secure-' : ''}toasoan.device`;
const lifetimeSeconds = 400 * 24 * 60 * 60;

function signature(email: string, id: string): string {
  return createHmac('sha256', process.env['AUTH_SECRET'] ?? '')
    .update(`known device\0${email}\0${id}`)
    .digest('base64url');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The browser's own number, if this account has been signed in with it before; else null. */
export function knownDevice(headers: Headers, email: string): string | null {
  const [id, given] = (parseCookies(headers.get('cookie') ?? '').get(cookieName()) ?? '').split('.');
  return id && given && isSame(given, signature(email, id)) ? id : null;
}

/** The Set-Cookie header that makes a browser known to this account. */
export function deviceCookie(email: string): string {
  const id = randomBytes(12).toString('base64url');
  const value = `${id}.${signature(email, id)}`;
  const secure = isSecure() ? '; Secure' : '';
  return `${cookieName()}=${value}; Max-Age=${lifetimeSeconds}; Path=/admin; HttpOnly; SameSite=Lax${secure}`;
}
