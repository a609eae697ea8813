import { signOutHere } from '#lib/staff/session.ts';

/**
 * Ends the session and leads to the page for signing in, by a new document: nothing of the newsroom is left in the
 * browser's memory. Another site's form sends no session with it (the cookie is SameSite=Lax).
 */
export async function POST(): Promise<Response> {
  await signOutHere();
  return new Response(null, {
    status: 303,
    headers: { Location: '/admin/dang-nhap', 'Cache-Control': 'no-store' },
  });
}
