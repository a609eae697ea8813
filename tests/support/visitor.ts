import { parseCookies, parseSetCookieHeader } from 'better-auth/cookies';

/** A browser as the server sees it: an address, and cookies that it keeps between requests. */
export class Visitor {
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(address = '203.0.113.7') {
    this.address = address;
  }

  /** The headers of its next request. */
  headers(): Headers {
    const cookie = [...this.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const given = { 'x-forwarded-for': this.address, 'user-agent': 'Firefox/140.0 (Windows)' };
    return new Headers(cookie ? { ...given, cookie } : given);
  }

  /** Keeps what an answer sets, and gives the answer on. */
  keep<T extends { cookies: Headers }>(answer: T): T {
    for (const [name, { value }] of parseSetCookieHeader(answer.cookies.getSetCookie().join(', '))) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, parseCookies(`x=${value}`).get('x') ?? value);
    }
    return answer;
  }
}
