import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { change } from '#lib/page-cache/announce.ts';
import { absolute } from '#lib/site/urls.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { findArticle, subjectOf } from './locked.ts';
import { previewHours } from './types.ts';

// A link that shows one article's preview to somebody without an account, until an hour that stands in the link itself.
// Nothing of it is kept: what makes it good is a signature by the secret that sessions are signed by.

export const previewLinkInput = z.strictObject({
  id: z.int().positive().max(2_147_483_647),
  hours: z.literal(previewHours),
});

/** The last moment that is still good, in seconds. */
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

function signatureOf(id: number, until: number): string {
  const secret = process.env['AUTH_SECRET'];
  if (!secret)
    throw new Error('AUTH_SECRET is not set. npm start makes one; other ways of starting need it given.');
  // Signed for this use alone: no signature of a session is one of a link.
  return createHmac('sha256', secret).update(`toasoan preview ${id} ${until}`).digest('base64url');
}

/**
 * Makes a link that shows what is written of the article at the moment it is opened, for as many hours.
 * @throws NotAllowed where the person may not read the article
 */
export async function makePreviewLink(
  actor: Actor,
  { id, hours }: z.infer<typeof previewLinkInput>,
  now: Date,
): Promise<{ url: string; until: Date }> {
  const until = new Date(secondsOf(new Date(now.getTime() + hours * 60 * 60 * 1000)) * 1000);
  const action = 'article.preview_link';
  return await change(action, async (tx) => {
    demand(actor, 'article.read', subjectOf(await findArticle(tx, id)));
    const details = { until: until.toISOString() };
    await record(tx, { actor, action, subject: { type: 'article', id }, details, at: now });
    const code = `${id}-${secondsOf(until)}-${signatureOf(id, secondsOf(until))}`;
    return { value: { url: absolute(`/xem-truoc/${code}`), until }, tags: [] };
  });
}

const form = /^([1-9]\d{0,9})-(\d{1,11})-([\w-]{43})$/;

/** The article that a link of ours leads to; null for one that has run out or that nobody here made. */
export function readPreviewLink(code: string, now: Date): number | null {
  const [, id, until, signature] = form.exec(code) ?? [];
  if (!id || !until || !signature) return null;
  const right = Buffer.from(signatureOf(Number(id), Number(until)));
  // Taking always as long tells nobody how much of a guess was right.
  if (!timingSafeEqual(right, Buffer.from(signature))) return null;
  return Number(until) >= secondsOf(now) ? Number(id) : null;
}
