import { findMediaFile } from '#lib/media/media-file.ts';
import { LruMap } from '#lib/page-cache/lru.ts';
import type { Encoding } from '../encoded.ts';
import type { FinishedPage, Wire } from '../finished-page.ts';
import { readBuiltFile, readPicture } from './read-file.ts';

// Files ready to be sent, by their addresses: whatever of the build was asked for, and the pictures asked for last.

interface KeptPicture {
  answer: FinishedPage;
  bytes: number;
  isKept: boolean;
  /** Milliseconds: when its file was last seen in the folder. */
  seenAt: number;
  isLookedFor: boolean;
}

const megabyte = 1024 * 1024;
/** Of the memory for pages: with its own 128 MB, some three hundred pictures of a page. */
const share = 1 / 8;
const besides = 1024;
/** A deleted picture is gone for readers after that long, whichever server it was deleted through. */
const seenForMs = 5000;
const lookAgainMs = 1000;

const built = new Map<string, FinishedPage>();
const pictures = new LruMap<KeptPicture>((Number(process.env['PAGE_CACHE_MB']) || 128) * megabyte * share);

const pictureName = (address: string): string | null => /^\/media\/([^/]+)$/.exec(address)?.[1] ?? null;

/** Looks whether a kept picture's file is still there, while who asked has been answered. */
async function lookAgain(address: string, kept: KeptPicture, now: number): Promise<void> {
  if (kept.isLookedFor) return;
  kept.isLookedFor = true;
  if (await findMediaFile(pictureName(address) ?? '')) kept.seenAt = now;
  else pictures.delete(address);
  kept.isLookedFor = false;
}

function getPicture(address: string, now: number): FinishedPage | null {
  const kept = pictures.peek(address);
  if (!kept || now - kept.seenAt >= seenForMs) return null;
  if (now - kept.seenAt >= lookAgainMs) {
    pictures.get(address);
    void lookAgain(address, kept, now);
  }
  return kept.answer;
}

/** What stands behind a question mark names no other file. */
export const fileAddress = (target: string): string => target.split(/[?#]/, 1)[0] ?? '';

const getFile = (address: string, now: number): FinishedPage | null =>
  built.get(address) ?? getPicture(address, now);

/** Whole answer for a file that is ready, in the encoding that the client takes or, of what is packed already, in none. */
export function getFileWire(address: string, encoding: Encoding, now: number): Wire | undefined {
  const wires = getFile(address, now)?.wires;
  return wires?.[encoding] ?? wires?.identity;
}

/** The file at an address, from memory or from disk; null: it is none of these, and Next knows what to say. */
export async function findFile(address: string): Promise<FinishedPage | null> {
  const kept = getFile(address, Date.now());
  if (kept) return kept;
  const made = await readBuiltFile(address);
  if (made) built.set(address, made);
  const name = made ? null : pictureName(address);
  const picture = name === null ? null : await readPicture(name);
  if (!picture) return made;
  const bytes = (picture.wires?.identity?.bytes.length ?? 0) + besides;
  const seen = { seenAt: Date.now(), isLookedFor: false };
  pictures.set(address, { answer: picture, bytes, isKept: true, ...seen });
  return picture;
}
