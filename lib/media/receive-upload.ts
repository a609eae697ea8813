import { Server, type Upload } from '@tus/server';
import { Missing, NotAllowed } from '#lib/site/problems.ts';
import { cleanLine } from '#lib/site/text.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { serverFolders } from './picture-folders.ts';
import { largestFile, uploadPath } from './types.ts';
import { inWords } from './upload-answer.ts';
import { isUploadId, UploadLocker, UploadStore } from './upload-store.ts';

// How files come in: the tus protocol, which goes on after a lost connection where it stopped.

const locker = new UploadLocker();
/** Who asks, for what the library calls back with nothing but the request. */
const askers = new WeakMap<Request, Actor>();

export const uploadStore = (): Promise<UploadStore> => UploadStore.open(serverFolders().uploads);

/** What a client calls its file, without any path, as it is shown. */
function nameOf(given: string | null | undefined): string {
  const last = (given ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return cleanLine(last).slice(0, 150).toWellFormed();
}

/** What is kept of an upload: its person and its name, and nothing else of what the client says. */
async function begin(request: Request, upload: Upload): Promise<{ metadata: Record<string, string> }> {
  const actor = askers.get(request);
  if (!actor) throw new Error('an upload was begun by nobody');
  return { metadata: { owner: String(actor.id), name: nameOf(upload.metadata?.['filename']) } };
}

function tusServer(datastore: UploadStore): Server {
  return new Server({
    path: uploadPath,
    datastore,
    locker,
    maxSize: largestFile,
    relativeLocation: true,
    // Whoever asks for an upload that another request is still writing has lost that connection.
    lockDrainTimeout: 300,
    // No other site may send files here.
    allowedOrigins: [],
    onUploadCreate: begin,
  });
}

/**
 * What is known of a person's own upload.
 * @throws Missing where there is none, or no longer
 * @throws NotAllowed where it is somebody else's
 */
export async function ownUpload(actor: Actor, id: string, store: UploadStore): Promise<Upload> {
  const upload = isUploadId(id) ? await store.configstore.get(id) : undefined;
  if (!upload) throw new Missing('Lần tải lên này không còn trên máy chủ. Hãy tải ảnh lại từ đầu.');
  if (upload.metadata?.['owner'] !== String(actor.id)) {
    throw new NotAllowed('Lần tải lên này của người khác.');
  }
  return upload;
}

/**
 * One request of the protocol: an upload begun (no id), asked about, continued or given up.
 * @throws NotAllowed, Missing
 */
export async function receiveUpload(
  actor: Actor,
  { request, id }: { request: Request; id: string | null },
): Promise<Response> {
  demand(actor, 'picture.upload');
  const store = await uploadStore();
  if (id !== null) await ownUpload(actor, id, store);
  askers.set(request, actor);
  return inWords(await tusServer(store).handleWeb(request));
}
