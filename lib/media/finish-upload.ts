import { rm, stat } from 'node:fs/promises';
import type { Upload } from '@tus/server';
import { record } from '#lib/audit/record.ts';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { Invalid, Missing } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { atMost } from './at-most.ts';
import { type Description, describePicture } from './describe-picture.ts';
import { keyOfFile } from './free-key.ts';
import { serverFolders } from './picture-folders.ts';
import { PictureProblem } from './picture-problem.ts';
import { listedSelect, toListed } from './picture-select.ts';
import { ownUpload, uploadStore } from './receive-upload.ts';
import { savePicture } from './save-picture.ts';
import { type StoredPicture, storePicture } from './store-picture.ts';
import type { ListedPicture } from './types.ts';
import { diskFull, isDiskFull, type UploadStore } from './upload-store.ts';

/** A file whose bytes have all arrived. */
export interface ArrivedFile {
  bytes: Buffer;
  name: string;
}

// A picture is held in memory while it is made; two at a time are as many as the cores can use.
const inTurn = atMost(2);

/** What became of an upload is written into its note, so that whoever lost the answer is told again. */
async function note(store: UploadStore, upload: Upload, outcome: Record<string, string>): Promise<void> {
  await store.configstore.set(upload.id, {
    ...upload,
    sizeIsDeferred: false,
    metadata: { ...upload.metadata, ...outcome },
  });
  await rm(store.pathOf(upload.id), { force: true });
}

/**
 * Does the work that an arrived file is for; what is wrong with the picture is told in Vietnamese and kept.
 * @throws Invalid
 */
export async function withArrivedFile<T>(
  actor: Actor,
  id: string,
  work: (file: ArrivedFile) => Promise<{ value: T; pictureId: number }>,
): Promise<T> {
  const store = await uploadStore();
  const upload = await ownUpload(actor, id, store);
  const refused = upload.metadata?.['refused'];
  if (refused) throw new Invalid(refused);
  const arrived = await stat(store.pathOf(id)).catch(() => null);
  if (!arrived) throw new Missing('Tệp này đã dùng rồi. Hãy tải lại từ đầu.');
  if (arrived.size !== upload.size) throw new Invalid('Ảnh chưa tải lên hết. Hãy bấm Thử lại để tải tiếp.');
  return await inTurn(async () => {
    try {
      const file = { bytes: await store.bytesOf(id), name: upload.metadata?.['name'] ?? '' };
      const { value, pictureId } = await work(file);
      await note(store, upload, { picture: String(pictureId) });
      return value;
    } catch (error) {
      if (error instanceof PictureProblem) {
        await note(store, upload, { refused: error.vietnamese });
        throw new Invalid(error.vietnamese);
      }
      if (isDiskFull(error)) throw new Invalid(diskFull.body);
      throw error;
    }
  });
}

async function readListed(tx: Transaction, id: number): Promise<ListedPicture | null> {
  const row = await tx.picture.findUnique({ where: { id }, select: listedSelect });
  return row && toListed(row);
}

async function writeDown(
  actor: Actor,
  stored: StoredPicture,
  description: Description,
  now: Date,
): Promise<ListedPicture> {
  return await change('picture.upload', async (tx) => {
    const known = await tx.picture.findUnique({ where: { key: stored.key }, select: { id: true } });
    const id = known?.id ?? (await savePicture(tx, stored, { ...description, uploadedById: actor.id }));
    if (!known) {
      const details = { name: stored.originalName, key: stored.key };
      await record(tx, {
        actor,
        action: 'picture.upload',
        subject: { type: 'picture', id },
        details,
        at: now,
      });
    }
    const picture = await readListed(tx, id);
    if (!picture) throw new Error(`the picture ${id} was saved and is not there`);
    return { value: picture, tags: [] };
  });
}

async function take(actor: Actor, { bytes, name }: ArrivedFile, now: Date): Promise<ListedPicture> {
  const { key } = await keyOfFile(db(), bytes);
  const stored = await storePicture(bytes, name, serverFolders(), key);
  return await writeDown(actor, stored, await describePicture(bytes), now);
}

const finishing = new Map<string, Promise<ListedPicture>>();

async function finish(actor: Actor, id: string, now: Date): Promise<ListedPicture> {
  const upload = await ownUpload(actor, id, await uploadStore());
  const already = await readListed(db(), Number(upload.metadata?.['picture'] ?? 0));
  if (already) return already;
  return await withArrivedFile(actor, id, async (file) => {
    const value = await take(actor, file, now);
    return { value, pictureId: value.id };
  });
}

/**
 * Makes a picture of the store from an upload that has arrived whole: checked by its content, its renditions made, caption
 * and credit read from the file. Asked again, the answer is the same; the same file sent twice is one picture, and what was
 * written of it stays.
 * @throws Invalid with what is wrong with the file and what to do
 * @throws Missing, NotAllowed
 */
export async function finishUpload(actor: Actor, { id }: { id: string }, now: Date): Promise<ListedPicture> {
  demand(actor, 'picture.upload');
  const key = `${actor.id} ${id}`;
  const job = finishing.get(key) ?? finish(actor, id, now).finally(() => finishing.delete(key));
  finishing.set(key, job);
  return await job;
}
