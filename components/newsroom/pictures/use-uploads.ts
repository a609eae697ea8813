'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListedPicture, PickedPicture } from '#lib/media/types.ts';
import { connectionLost, left, type SendingState, SendProblem, type UseUpload } from './sending.ts';

/** A file on its way to the store, as it is shown. */
export interface UploadShown {
  id: number;
  name: string;
  /** 0 to 1. */
  progress: number;
  state: SendingState | 'done' | 'failed';
  /** Why it was not taken, and what to do. */
  problem: string | null;
  /** Whether trying again may help. */
  again: boolean;
  /** The picture that was made of it. */
  pictureId: number | null;
}

export interface Uploads {
  uploads: readonly UploadShown[];
  /**
   * Sends files, some at once. Gives the pictures that were made of them, in the files' order, as soon as each of them
   * is either a picture or refused; one that is sent again later comes by `onPicture` only.
   */
  upload: (files: readonly File[]) => Promise<PickedPicture[]>;
  cancel: (id: number) => void;
  retry: (id: number) => void;
  /** Takes what is done or refused off the list. */
  clear: () => void;
  /** Names of files whose sending this browser broke off: chosen again, they go on where they stopped. */
  unfinished: readonly string[];
}

interface Options {
  endpoint: string;
  /** Called with each picture when it is ready. */
  onPicture?: ((picture: ListedPicture) => void) | undefined;
  /** What is done with a file once it has arrived; left out, it becomes a new picture of the store. */
  use?: UseUpload | undefined;
}

/** More at once would not be faster, and the first would be ready later. */
const atOnce = 3;

interface Job {
  shown: UploadShown;
  file: File;
  abort: AbortController;
}

class Line {
  readonly jobs = new Map<number, Job>();
  #waiting: (() => void)[] = [];
  #running = 0;
  #count = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  add(file: File): Job {
    const id = ++this.#count;
    const shown: UploadShown = {
      id,
      name: file.name,
      progress: 0,
      state: 'waiting',
      problem: null,
      again: false,
      pictureId: null,
    };
    const job = { shown, file, abort: new AbortController() };
    this.jobs.set(id, job);
    this.#changed();
    return job;
  }

  show(job: Job, change: Partial<UploadShown>): void {
    job.shown = { ...job.shown, ...change };
    this.#changed();
  }

  remove(id: number): void {
    this.jobs.get(id)?.abort.abort();
    this.jobs.delete(id);
    this.#changed();
  }

  stopAll(): void {
    for (const { abort } of this.jobs.values()) abort.abort(left);
  }

  async inTurn<T>(work: () => Promise<T>): Promise<T> {
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
}

// The protocol's client is loaded beside the page: whoever opens the editor to write does not wait for it.
const sending = () =>
  import('./send-file.ts').catch(() => {
    throw connectionLost();
  });

/** Sends one file; null where it was refused or given up, which the list then shows. */
async function send(line: Line, job: Job, { endpoint, use }: Options): Promise<ListedPicture | null> {
  const { signal } = job.abort;
  const onState = (state: SendingState, share: number) => {
    if (!signal.aborted) line.show(job, { state, progress: share < 0 ? job.shown.progress : share });
  };
  try {
    const picture = await line.inTurn(async () => {
      signal.throwIfAborted();
      const { sendFile } = await sending();
      return await sendFile(job.file, { endpoint, signal, onState, use });
    });
    line.show(job, { state: 'done', progress: 1, pictureId: picture.id });
    return picture;
  } catch (error) {
    if (signal.aborted) return null;
    const problem = error instanceof SendProblem ? error : null;
    const message = problem?.message ?? 'Không đọc được tệp này trên máy của bạn. Hãy chọn lại tệp.';
    line.show(job, { state: 'failed', problem: message, again: problem?.again ?? false });
    return null;
  }
}

/** What was refused half-way is not offered again once the person has done with it. */
function giveUp(file: File, endpoint: string): void {
  import('./sent-before.ts').then(({ forget }) => forget(file, endpoint)).catch(() => undefined);
}

function useUnfinished(endpoint: string, isIdle: boolean): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    // The browser may forbid its storage; then nothing goes on after a reload, and nothing is said of it.
    const find = async () => {
      const { unfinishedNames } = await import('./sent-before.ts');
      const found = await unfinishedNames(endpoint);
      if (!gone) setNames(found);
    };
    if (isIdle) find().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [endpoint, isIdle]);
  return isIdle ? names : [];
}

/** Files on their way to the store of pictures. */
export function useUploads({ endpoint, onPicture, use }: Options): Uploads {
  const [uploads, setUploads] = useState<readonly UploadShown[]>([]);
  const lineRef = useRef<Line | null>(null);
  const given = useRef({ onPicture, use });
  useEffect(() => {
    given.current = { onPicture, use };
  });
  const line = useCallback((): Line => {
    lineRef.current ??= new Line(() =>
      setUploads([...(lineRef.current?.jobs.values() ?? [])].map((job) => job.shown)),
    );
    return lineRef.current;
  }, []);
  // A page that is left stops sending; what has arrived stays on the server for a day.
  useEffect(() => () => lineRef.current?.stopAll(), []);

  const run = useCallback(
    async (job: Job): Promise<ListedPicture | null> => {
      const picture = await send(line(), job, { endpoint, ...given.current });
      if (picture) given.current.onPicture?.(picture);
      return picture;
    },
    [endpoint, line],
  );
  const actions = useMemo(
    () => ({
      upload: async (files: readonly File[]) => {
        const jobs = files.map((file) => line().add(file));
        const pictures = await Promise.all(jobs.map(run));
        return pictures.filter((picture) => picture !== null);
      },
      cancel: (id: number) => {
        const job = line().jobs.get(id);
        if (job?.shown.state === 'failed') giveUp(job.file, endpoint);
        line().remove(id);
      },
      retry: (id: number) => {
        const job = line().jobs.get(id);
        if (job?.shown.state !== 'failed') return;
        line().show(job, { state: 'waiting', problem: null });
        void run(job);
      },
      clear: () => {
        for (const { shown } of line().jobs.values()) {
          if (shown.state === 'done' || shown.state === 'failed') line().remove(shown.id);
        }
      },
    }),
    [endpoint, line, run],
  );
  const isIdle = uploads.every(({ state }) => state === 'done' || state === 'failed');
  const unfinished = useUnfinished(endpoint, isIdle).filter((name) =>
    uploads.every((one) => one.name !== name),
  );
  return { uploads, ...actions, unfinished };
}
