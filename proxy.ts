import { type NextRequest, NextResponse } from 'next/server';
import { isWithdrawn } from '#lib/articles/withdrawn.ts';

export const config = { matcher: '/:slug([a-z0-9-]+)-:id(\\d{1,9}).html' };

/**
 * A withdrawn article's address answers 410, which a page can't say. The notice itself is an ordinary page.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const id = Number(/-(\d+)\.html$/.exec(request.nextUrl.pathname)?.[1]);
  if (!(await isWithdrawn(id))) return NextResponse.next();
  return NextResponse.rewrite(new URL('/da-go', request.url), { status: 410 });
}
