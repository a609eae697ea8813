import { defaultOptions, type PreviousUpload } from 'tus-js-client';

// What this browser began to send and did not finish: the protocol's client notes it in the browser's storage.

/** The server keeps what it has of a file for a day. */
const keptMs = 24 * 60 * 60 * 1000;

const prefix = 'toasoan';

/** By what a file is known again when it is chosen a second time. */
export function signOf(file: File, endpoint: string): string {
  return [prefix, endpoint, file.name, file.type, file.size, file.lastModified].join('|');
}

const isKept = ({ creationTime }: PreviousUpload): boolean => Date.now() - Date.parse(creationTime) < keptMs;

/** The upload of this file that was not finished, if there is one. */
export async function sentBefore(file: File, endpoint: string): Promise<PreviousUpload | null> {
  const found = await defaultOptions.urlStorage.findUploadsByFingerprint(signOf(file, endpoint));
  return (
    found.filter(isKept).sort((a, b) => Date.parse(b.creationTime) - Date.parse(a.creationTime))[0] ?? null
  );
}

/** Forgets the uploads of this file: it is finished, or begins anew the next time. */
export async function forget(file: File, endpoint: string): Promise<void> {
  const found = await defaultOptions.urlStorage.findUploadsByFingerprint(signOf(file, endpoint));
  for (const { urlStorageKey } of found) await defaultOptions.urlStorage.removeUpload(urlStorageKey);
}

/** Names of the files whose sending was broken off, by a reload or a closed page; what is too old is forgotten. */
export async function unfinishedNames(endpoint: string): Promise<string[]> {
  const all = await defaultOptions.urlStorage.findAllUploads();
  const ours = all.filter(({ urlStorageKey }) => urlStorageKey.includes(`${prefix}|${endpoint}|`));
  for (const { urlStorageKey } of ours.filter((each) => !isKept(each))) {
    await defaultOptions.urlStorage.removeUpload(urlStorageKey);
  }
  return [...new Set(ours.filter(isKept).map(({ metadata }) => metadata['filename'] ?? ''))].filter(Boolean);
}
