import { left, type SendingState, SendProblem } from '#components/newsroom/pictures/sending.ts';
import type { PickedPicture } from '#lib/media/types.ts';

/** A picture on its way, as it is shown where it will stand. */
export interface PendingPicture {
  state: SendingState | 'done' | 'failed';
  /** 0 to 1. */
  progress: number;
  problem: string | null;
  /** Whether trying again may help. */
  again: boolean;
}

type Done = (picture: PickedPicture, upload: string) => void;

interface Job {
  shown: PendingPicture;
  file: File;
  done: Done;
  abort: AbortController;
}

/** Beside the saving of the text, which must never wait for a photo. */
const atOnce = 2;

const begun: PendingPicture = { state: 'waiting', progress: 0, problem: null, again: false };

const messageOf = (error: unknown) =>
  error instanceof SendProblem
    ? { problem: error.message, again: error.again }
    : { problem: 'Không đọc được tệp này trên máy của bạn. Hãy chọn lại tệp.', again: false };

// The protocol's client is loaded beside the page: whoever opens the editor to write does not wait for it.
async function send(
  file: File,
  endpoint: string,
  job: Job,
  onState: (shown: Partial<PendingPicture>) => void,
) {
  const { sendFile } = await import('#components/newsroom/pictures/send-file.ts');
  return await sendFile(file, {
    endpoint,
    signal: job.abort.signal,
    onState: (state, share) => onState({ state, ...(share >= 0 && { progress: share }) }),
  });
}

/** The files that were dropped or pasted, each sent to the store of pictures from where it will stand. */
export class PendingPictures {
  readonly #endpoint: string;
  readonly #jobs = new Map<string, Job>();
  readonly #listeners = new Set<() => void>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #count = 0;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  get(upload: string): PendingPicture | null {
    return this.#jobs.get(upload)?.shown ?? null;
  }

  /** Whether any file is still on its way. */
  get isBusy(): boolean {
    return [...this.#jobs.values()].some(({ shown }) => shown.state !== 'done' && shown.state !== 'failed');
  }

  /**
   * Begins to send a file.
   * @param done  puts the picture in its place; called once, however often the file had to be sent
   * @returns the name by which the place knows it meanwhile
   */
  add(file: File, done: Done): string {
    const upload = `anh-${++this.#count}-${Date.now()}`;
    this.#jobs.set(upload, { shown: begun, file, done, abort: new AbortController() });
    void this.#run(upload);
    return upload;
  }

  retry(upload: string): void {
    const job = this.#jobs.get(upload);
    if (job?.shown.state !== 'failed') return;
    this.#show(job, begun);
    void this.#run(upload);
  }

  /** It is not wanted any more. */
  cancel(upload: string): void {
    this.#jobs.get(upload)?.abort.abort();
    this.#jobs.delete(upload);
    this.#tell();
  }

  /** The page is left: what has arrived stays on the server, to go on with when the same file is sent again. */
  stop(): void {
    for (const { abort } of this.#jobs.values()) abort.abort(left);
  }

  #tell(): void {
    for (const listen of this.#listeners) listen();
  }

  #show(job: Job, shown: Partial<PendingPicture>): void {
    job.shown = { ...job.shown, ...shown };
    this.#tell();
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  async #run(upload: string): Promise<void> {
    const job = this.#jobs.get(upload);
    if (!job) return;
    const onState = (shown: Partial<PendingPicture>) => {
      if (!job.abort.signal.aborted) this.#show(job, shown);
    };
    try {
      const picture = await this.#inTurn(async () => {
        job.abort.signal.throwIfAborted();
        return await send(job.file, this.#endpoint, job, onState);
      });
      this.#show(job, { state: 'done', progress: 1 });
      job.done(picture, upload);
    } catch (error) {
      if (!job.abort.signal.aborted) this.#show(job, { state: 'failed', ...messageOf(error) });
    }
  }
}
