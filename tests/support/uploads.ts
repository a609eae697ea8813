import { receiveUpload } from '#lib/media/receive-upload.ts';
import { uploadPath } from '#lib/media/types.ts';
import type { Actor } from '#lib/staff/types.ts';

const protocol = { 'Tus-Resumable': '1.0.0' };
const address = (id: string | null) => `http://localhost:3000${uploadPath}${id === null ? '' : `/${id}`}`;

/** One request of the upload protocol, as the route passes it on. */
export async function ask(
  actor: Actor,
  method: string,
  id: string | null,
  headers: Record<string, string> = {},
  body?: BodyInit,
): Promise<Response> {
  const request = new Request(address(id), {
    method,
    headers: { ...protocol, ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  });
  return await receiveUpload(actor, { request, id });
}

/** What a client says of its file. */
export function metadata(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

/** Begins an upload and gives its id. */
export async function begin(actor: Actor, length: number, filename = 'a.jpg'): Promise<string> {
  const answer = await ask(actor, 'POST', null, {
    'Upload-Length': String(length),
    'Upload-Metadata': metadata({ filename }),
  });
  if (answer.status !== 201) throw new Error(`the upload was not begun: ${await answer.text()}`);
  return answer.headers.get('Location')?.split('/').at(-1) ?? '';
}

/** Sends a part of the file, from `offset` on. */
export async function patch(actor: Actor, id: string, offset: number, bytes: BodyInit): Promise<Response> {
  const headers = { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' };
  return await ask(actor, 'PATCH', id, headers, bytes);
}

/** Sends a whole file and gives the upload's id. */
export async function send(actor: Actor, bytes: Uint8Array<ArrayBuffer>, filename?: string): Promise<string> {
  const id = await begin(actor, bytes.length, filename);
  const answer = await patch(actor, id, 0, bytes);
  if (answer.status !== 204) throw new Error(`the upload was not taken: ${await answer.text()}`);
  return id;
}
