import { type NextRequest, NextResponse } from 'next/server';
import { packSearch } from '#lib/site/search-address.ts';
import { signInPath } from '#lib/staff/return-path.ts';

// Not the newsroom's routes that take files: before a request that passes here is handed on, all of its body is read. Nor
// what a button sends, which only a page that is open can: it would be some milliseconds later.
export const config = {
  matcher: [
    '/tim-kiem',
    { source: '/admin', missing: [{ type: 'header', key: 'next-action' }] },
    { source: '/admin/((?!api/).*)', missing: [{ type: 'header', key: 'next-action' }] },
  ],
};

/**
 * A search is a page like any other, kept under an address of its own: what is asked for, whatever its letters, and the
 * page's number become parts of a path that readers never see.
 */
function search(request: NextRequest): NextResponse {
  const { searchParams } = request.nextUrl;
  const packed = packSearch(searchParams);
  if (!packed) return NextResponse.next();
  const page = encodeURIComponent(searchParams.get('trang') || '1');
  const address = request.nextUrl.clone();
  address.pathname = `/tim/${packed}/${page}`;
  return NextResponse.rewrite(address);
}

const openPages = /^\/admin\/(dang-nhap|quen-mat-khau|dat-lai-mat-khau)(\/|$)/;

/**
 * A browser without any session that asks for a page of the newsroom is led to sign in, with a status that says so: once
 * Next has begun to answer it is too late for one. Whether a session is good, each page asks by itself.
 */
function newsroom(request: NextRequest): NextResponse {
  const { pathname, search: query } = request.nextUrl;
  const isPage = request.headers.get('accept')?.includes('text/html') && /^(GET|HEAD)$/.test(request.method);
  const hasSession = request.cookies.getAll().some(({ name }) => name.endsWith('toasoan.session_token'));
  if (!isPage || hasSession || openPages.test(pathname)) return NextResponse.next();
  return NextResponse.redirect(new URL(signInPath(pathname + query), request.nextUrl), 307);
}

export function proxy(request: NextRequest): NextResponse {
  return request.nextUrl.pathname === '/tim-kiem' ? search(request) : newsroom(request);
}
