import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { BodyCollector, type Collected } from './collected-body.ts';
import { onDemand } from './on-demand.ts';

/** What Next answered, whole. */
export interface Answer extends Collected {
  status: number;
  headers: Record<string, OutgoingHttpHeader>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * A request of our own making: every reader gets the same page, so nothing that a client sends but the address can have
 * a say in it, and a client who hangs up stops nobody else's page.
 */
function plainRequest(address: string, host: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = address;
  // Next fills in what is missing here from a connection, which this request has none of.
  request.headers = {
    host,
    accept: 'text/html',
    'x-forwarded-for': '127.0.0.1',
    'user-agent': 'toasoan',
    ...onDemand(),
  };
  request.push(null);
  return request;
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer | null {
  if (typeof chunk === 'string') {
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  }
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : null;
}

/** Collects what is written instead of sending it. */
class CapturedResponse extends ServerResponse {
  readonly #body = new BodyCollector(() => this.emit('drain'));
  readonly answer: Promise<Answer>;
  readonly #settle: { done: (answer: Promise<Answer>) => void; fail: (error: Error) => void };

  constructor(request: IncomingMessage) {
    super(request);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.answer = promise;
    this.#settle = { done: resolve, fail: reject };
    // Whoever asked hears of it; if nobody waits any more, nobody needs to.
    promise.catch(() => {});
  }

  override flushHeaders(): void {}

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null && !Array.isArray(part));
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, OutgoingHttpHeader>)) {
      this.setHeader(name, value as string);
    }
    return this;
  }

  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    const bytes = toBuffer(chunk, encoding);
    const takesMore = bytes ? this.#body.write(bytes) : true;
    const callback = [encoding, done].find((one) => typeof one === 'function') as (() => void) | undefined;
    callback?.();
    return takesMore;
  }

  override end(chunk?: unknown, encoding?: unknown): this {
    const bytes = toBuffer(chunk, encoding);
    if (bytes) this.#body.write(bytes);
    const headers = { ...this.getHeaders() } as Answer['headers'];
    this.#settle.done(this.#body.end().then((body) => ({ status: this.statusCode, headers, ...body })));
    this.emit('finish');
    this.emit('close');
    return this;
  }

  /** What breaks off half-way is no answer. */
  override destroy(error?: Error): this {
    this.#settle.fail(error ?? new Error('the answer broke off'));
    return this;
  }
}

/**
 * Lets Next make the page at an address, in memory.
 * @param host  the site's own, whatever the client called it
 */
export async function askNext(handle: Handler, address: string, host: string): Promise<Answer> {
  const request = plainRequest(address, host);
  const response = new CapturedResponse(request);
  return await Promise.race([response.answer, handle(request, response).then(() => response.answer)]);
}
