const signInPage = '/admin/dang-nhap';

/**
 * Where to go after signing in: the newsroom's page that was asked for (`ve` of the sign-in page's address), never
 * another site and never back to the sign-in page.
 */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/admin';
  // The same parser as the browser's: backslashes, tabs and "//" mean here what they will mean there.
  const base = 'http://here.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  const isOurs = url?.origin === base && /^\/admin(\/|$)/.test(url.pathname) && url.pathname !== signInPage;
  return isOurs ? url.pathname + url.search : '/admin';
}

/** The sign-in page, which leads back to `path`. */
export function signInPath(path: string): string {
  return `${signInPage}?${new URLSearchParams({ ve: path })}`;
}
