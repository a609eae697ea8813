import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { findMediaFile } from '#lib/media/media-file.ts';
import type { FinishedPage } from '../finished-page.ts';
import { prepareWire } from '../wire.ts';
import { type BuiltFile, compressedPath, listBuiltFiles } from './built-files.ts';

// Files that never change under their addresses, as answers ready to be sent.

/** A year, which is as long as anybody keeps anything (RFC 9111 knows no "for ever"). */
const cacheControl = 'public, max-age=31536000, immutable';

function answerOf(type: string, hash: string, changedAt: Date, isText: boolean): FinishedPage {
  const headers = {
    'content-type': type,
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    ...(isText && { vary: 'Accept-Encoding' }),
    // The one kind that could run a script, opened by itself.
    ...(type === 'image/svg+xml' && {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }),
  };
  return { status: 200, headers, tags: [], hash, changedAt, expiresAt: null, isDateSure: true, encoded: {} };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);

async function readBuilt(address: string, { path, type, isText }: BuiltFile): Promise<FinishedPage> {
  const forms = isText ? (['br', 'gzip'] as const) : (['identity'] as const);
  const bodies = await Promise.all(
    forms.map((form) => readFile(form === 'identity' ? path : compressedPath(address, form))),
  );
  const answer = answerOf(type, hashOf(bodies[0] ?? Buffer.alloc(0)), (await stat(path)).mtime, isText);
  forms.forEach((form, at) => {
    prepareWire(answer, form, bodies[at] ?? Buffer.alloc(0));
  });
  return answer;
}

let built: Map<string, BuiltFile> | null = null;

/** A file of the build by its address; null: there is none, or it was built without being compressed. */
export async function readBuiltFile(address: string): Promise<FinishedPage | null> {
  built ??= listBuiltFiles();
  const file = built.get(address);
  return file ? await readBuilt(address, file).catch(() => null) : null;
}

/** Larger ones are sent piece by piece: a slow line would hold the whole of it in memory. */
const largestPicture = 256 * 1024;

/** A picture by its name; null: there is none, or it is too large to be held. */
export async function readPicture(name: string): Promise<FinishedPage | null> {
  const file = await findMediaFile(name);
  if (!file || file.bytes > largestPicture) return null;
  const body = await readFile(file.path).catch(() => null);
  if (!body) return null;
  const answer = answerOf(file.type, name, file.changedAt, false);
  prepareWire(answer, 'identity', body);
  return answer;
}
