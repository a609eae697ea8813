import { type NextRequest, NextResponse } from 'next/server';
import { packQuery } from '#lib/site/addresses.ts';

export const config = { matcher: '/tim-kiem' };

/**
 * A search is a page like any other, kept under an address of its own: the query, whatever its letters, and the
 * page's number become parts of a path that readers never see.
 */
export function proxy(request: NextRequest): NextResponse {
  const { searchParams } = request.nextUrl;
  const packed = packQuery(searchParams.get('q') ?? '');
  if (!packed) return NextResponse.next();
  const page = encodeURIComponent(searchParams.get('trang') || '1');
  const address = request.nextUrl.clone();
  address.pathname = `/tim/${packed}/${page}`;
  return NextResponse.rewrite(address);
}
