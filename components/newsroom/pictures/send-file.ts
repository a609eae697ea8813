import { DetailedError, type HttpResponse, Upload } from 'tus-js-client';
import { type ListedPicture, largestFile } from '#lib/media/types.ts';
import type { Answer } from '#lib/site/answer.ts';
import { longestWaitMs, untilOnline } from './connection.ts';
import { connectionLost, left, type SendingState, SendProblem, type UseUpload } from './sending.ts';
import { forget, sentBefore, signOf } from './sent-before.ts';

// One file on its way to the store: its bytes by the tus protocol, in small pieces, so that a lost connection costs one
// piece; then the request that makes a picture of them.

export interface SendOptions {
  endpoint: string;
  signal: AbortSignal;
  /** `share` is how much the server has, 0 to 1. */
  onState: (state: SendingState, share: number) => void;
  /** What is done with the file once the server has it, instead of making a new picture. */
  use?: UseUpload | undefined;
}

/** A proxy in front of the site takes a request of this size unless it is told otherwise. */
const pieceSize = 1024 * 1024;
const retryDelays = [0, 500, 1000, 2000, 4000, 8000, 15_000];

function messageIn(body: string): string | null {
  try {
    const answer: Answer<unknown> = JSON.parse(body);
    return answer.ok ? null : answer.message;
  } catch {
    // A proxy's own page, or nothing.
    return null;
  }
}

const isPassing = (status: number): boolean =>
  status === 0 || status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 507);

function statusOf(error: Error): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : -1;
}

function problemOf(error: Error): SendProblem {
  const response: HttpResponse | null = error instanceof DetailedError ? error.originalResponse : null;
  const status = statusOf(error);
  if (status === 0) return connectionLost();
  const message = messageIn(response?.getBody() ?? '') ?? 'Máy chủ chưa nhận được ảnh này. Hãy bấm Thử lại.';
  return new SendProblem(message, status !== 413);
}

/** The bytes, from where they stopped the last time. A connection that comes back goes on by itself. */
async function sendBytes(upload: Upload, { signal, onState }: SendOptions): Promise<void> {
  for (;;) {
    const error = await new Promise<Error | null>((resolve) => {
      upload.options.onSuccess = () => resolve(null);
      upload.options.onError = resolve;
      signal.addEventListener('abort', () => resolve(null), { once: true });
      upload.start();
    });
    signal.throwIfAborted();
    if (!error) return;
    if (statusOf(error) !== 0 || navigator.onLine) throw problemOf(error);
    onState('offline', -1);
    await untilOnline(signal);
  }
}

/** The ordinary end of an upload: a new picture of the store. */
async function askForPicture(url: string, signal: AbortSignal): Promise<Answer<ListedPicture> | null> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: '{}', signal });
  return isPassing(response.status) ? null : await response.json();
}

/** The end of an upload, asked for until the server answers: asking again does no harm. */
async function finish(url: string, options: SendOptions): Promise<ListedPicture> {
  const { signal, onState, use } = options;
  const ask = () => (use ? use(url.split('/').at(-1) ?? '') : askForPicture(url, signal));
  for (const delay of [...retryDelays, null]) {
    onState('finishing', 1);
    // The connection was lost: nobody knows whether the server heard.
    const answer = await ask().catch(() => null);
    signal.throwIfAborted();
    if (answer?.ok) return answer.value;
    if (answer) throw new SendProblem(answer.message, answer.problem === 'signed-out');
    if (delay === null) break;
    if (!navigator.onLine) onState('offline', 1);
    await untilOnline(signal, navigator.onLine ? delay : longestWaitMs);
  }
  throw connectionLost();
}

/**
 * Sends a file and gives what the server made of it. Given the same file again, after a lost connection or a reload of
 * the page, it goes on where it stopped.
 * @throws SendProblem
 * @throws the signal's reason where it was aborted; what the server has of the file is then removed, unless the person
 *   only left the page
 */
export async function sendFile(file: File, options: SendOptions): Promise<ListedPicture> {
  const { endpoint, signal, onState } = options;
  if (file.size > largestFile) {
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    throw new SendProblem(
      `Ảnh nặng ${megabytes} MB, quá mức 50 MB. Hãy xuất ảnh nhẹ hơn rồi tải lại.`,
      false,
    );
  }
  const upload = await openUpload(file, options);
  // Given up before the server was told of it.
  signal.throwIfAborted();
  const stop = () => {
    // A server that can't be told now removes it by itself after a day.
    void upload.abort(signal.reason !== left).catch(() => undefined);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    onState('sending', 0);
    await sendBytes(upload, options);
    const picture = await finish(new URL(upload.url ?? endpoint, location.href).href, options);
    await forget(file, endpoint);
    return picture;
  } catch (error) {
    // What was refused is refused again: a changed file of that name begins anew.
    if (error instanceof SendProblem && !error.again) await forget(file, endpoint);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function openUpload(file: File, { endpoint, onState }: SendOptions): Promise<Upload> {
  const upload = new Upload(file, {
    endpoint,
    chunkSize: pieceSize,
    retryDelays,
    metadata: { filename: file.name },
    fingerprint: async () => signOf(file, endpoint),
    onShouldRetry: (error) => navigator.onLine && isPassing(statusOf(error)),
    onProgress: (sent, total) => onState('sending', total > 0 ? sent / total : 1),
  });
  const before = await sentBefore(file, endpoint);
  if (before) upload.resumeFromPreviousUpload(before);
  return upload;
}
