import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';

/** What Next answered, whole. */
export interface Answer {
  status: number;
  headers: Record<string, OutgoingHttpHeader>;
  body: Buffer;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Chunk = string | Uint8Array;

// Headers by which a client can ask Next for something else than the page: parts of it, another encoding, a preview.
const ours =
  /^(accept-encoding|if-|range$|rsc$|next-|x-next|x-middleware|x-invoke|x-forwarded|x-prerender|x-matched|purpose$|cookie$)/;

/** Every reader gets the same page, so every reader asks for the same. */
function askPlainly(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (ours.test(name)) delete request.headers[name];
  }
  request.method = 'GET';
}

/** Lets Next answer a request for a page into memory; nothing reaches the client yet. */
export async function capture(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
    chunks.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, encoding as BufferEncoding)
        : Buffer.from(chunk as Uint8Array),
    );
  };
  askPlainly(request);
  return await new Promise<Answer>((resolve, reject) => {
    response.flushHeaders = () => {};
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.find((part) => typeof part === 'object' && part !== null && !Array.isArray(part));
      for (const [name, value] of Object.entries((headers ?? {}) as Record<string, OutgoingHttpHeader>)) {
        response.setHeader(name, value as string);
      }
      return response;
    }) as typeof response.writeHead;
    response.write = ((chunk: Chunk, encoding?: unknown, done?: unknown) => {
      keep(chunk, encoding);
      const callback = [encoding, done].find((one) => typeof one === 'function') as (() => void) | undefined;
      callback?.();
      return true;
    }) as typeof response.write;
    response.end = ((chunk?: unknown, encoding?: unknown) => {
      keep(chunk, encoding);
      Object.assign(response, { write, end, writeHead, flushHeaders });
      const headers = { ...response.getHeaders() } as Answer['headers'];
      for (const name of Object.keys(headers)) response.removeHeader(name);
      resolve({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
      return response;
    }) as typeof response.end;
    handle(request, response).catch((error: unknown) => {
      Object.assign(response, { write, end, writeHead, flushHeaders });
      reject(error);
    });
  });
}
