import { z } from 'zod';
import { door, readJson } from '#app/admin/door.ts';
import { finishUpload } from '#lib/media/finish-upload.ts';
import { receiveUpload } from '#lib/media/receive-upload.ts';
import type { Answer } from '#lib/site/answer.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';

// Files come in here by the tus protocol; POST /admin/api/tep/{id} makes a picture of one that has arrived. Nothing is
// ever read back from here.

interface Context {
  params: Promise<{ path?: string[] }>;
}

async function readId({ params }: Context): Promise<string | null> {
  const { path = [] } = await params;
  if (path.length > 1) throw new Missing();
  return path[0] ?? null;
}

async function receive(actor: Actor, request: Request, context: Context): Promise<Response> {
  const id = await readId(context);
  if (id === null) throw new Missing();
  return await receiveUpload(actor, { request, id });
}

async function beginOrFinish(actor: Actor, request: Request, context: Context): Promise<Response> {
  const id = await readId(context);
  if (id === null) return await receiveUpload(actor, { request, id });
  await readJson(request, z.strictObject({}));
  const value = await finishUpload(actor, { id }, new Date());
  const answer: Answer<typeof value> = { ok: true, value };
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}

export const POST = door(beginOrFinish);
export const PATCH = door(receive);
export const HEAD = door(receive);
export const DELETE = door(receive);
