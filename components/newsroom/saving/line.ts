import type { Happening, Payload } from './machine.ts';
import { tidy } from './same.ts';
import type { OpenAnswer, SaveAnswer, Theirs } from './types.ts';

/** The line to the server: what it answers, as what happens to the machine. It never throws. */
export interface Line {
  /** `kept`: refused for good, but the server keeps the text in the article's history. */
  save: (payload: Payload) => Promise<Happening & { kept?: boolean }>;
  read: () => Promise<Happening>;
}

/** Longer than any answer takes; what hangs after that is tried again. */
const patienceMs = 25_000;
/** Browsers let 64 KB out of a page that is being left, all its requests together. */
const largestLast = 60_000;

interface Options {
  endpoint: string;
  staffId: number;
  fetch?: typeof globalThis.fetch;
}

const theirsOf = (value: {
  version: number;
  content: Theirs['content'];
  savedBy: string | null;
  savedAt: string;
}): Theirs => ({
  version: value.version,
  content: tidy(value.content),
  savedBy: value.savedBy,
  savedAt: new Date(value.savedAt),
});

/** The fields as the form names them: in what is sent, the content is one part of several. */
const formFields = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [name.replace(/^content\./, ''), message]),
  );

function happeningOf(answer: SaveAnswer): Happening & { kept?: boolean } {
  if (answer.ok) {
    const { value } = answer;
    if (!value.saved) return { kind: 'behind', theirs: theirsOf(value) };
    return { kind: 'saved', version: value.version, savedAt: new Date(value.savedAt) };
  }
  const { message } = answer;
  const fields = formFields(answer.fields);
  if (answer.problem === 'signed-out') return { kind: 'signed-out', problem: { message, fields } };
  return { kind: 'refused', problem: { message, fields }, kept: answer.kept === true };
}

/** What the status says by itself, where there is no answer of ours to read: something in between answered. */
function happeningOfStatus(status: number): Happening {
  if (status === 413) {
    const message =
      'Bài quá lớn nên máy chủ không nhận. Hãy bớt nội dung; bài vẫn còn trong trình duyệt này.';
    return { kind: 'refused', problem: { message, fields: {} } };
  }
  return { kind: 'failed' };
}

export function openLine({ endpoint, staffId, fetch = globalThis.fetch.bind(globalThis) }: Options): Line {
  const bodyOf = ({ id, ...rest }: Payload) => JSON.stringify({ ...rest, save: id, staffId });
  const put = (body: string) =>
    fetch(endpoint, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      // A small one arrives even if the page is left meanwhile; of a large one the journal knows.
      keepalive: new Blob([body]).size < largestLast,
      signal: AbortSignal.timeout(patienceMs),
    });
  return {
    async save(payload) {
      try {
        const response = await put(bodyOf(payload));
        const answer: unknown = await response.json().catch(() => null);
        return isAnswer(answer) ? happeningOf(answer as SaveAnswer) : happeningOfStatus(response.status);
      } catch {
        return { kind: 'failed' };
      }
    },
    async read() {
      try {
        const response = await fetch(endpoint, {
          cache: 'no-store',
          signal: AbortSignal.timeout(patienceMs),
        });
        const answer: unknown = await response.json();
        if (!isAnswer(answer)) return { kind: 'failed' };
        const open = answer as OpenAnswer;
        if (open.ok) return { kind: 'read', theirs: theirsOf(open.value) };
        const problem = { message: open.message, fields: open.fields };
        return { kind: open.problem === 'signed-out' ? 'signed-out' : 'refused', problem };
      } catch {
        return { kind: 'failed' };
      }
    },
  };
}

const isAnswer = (value: unknown): boolean => typeof value === 'object' && value !== null && 'ok' in value;
