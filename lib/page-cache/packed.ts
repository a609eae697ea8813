import type { OutgoingHttpHeaders } from 'node:http';
import { ownBytes } from './own-bytes.ts';

/** A reader's page as the store keeps it, and as it is written to disk. */
export interface PackedPage {
  status: number;
  headers: Readonly<OutgoingHttpHeaders>;
  /** Changes with its text. */
  hash: string;
  /** Its HTML in UTF-8, or compressed with Brotli, which is a quarter of that. */
  html: Buffer;
  form: 'plain' | 'quick' | 'best';
}

/** A page's headers, its tags and the objects around it. */
const besides = 2048;

export const bytesOfPacked = ({ html }: PackedPage): number => html.length + besides;

/** What the store has under a key, where that is a reader's page. */
export const packedOf = (made: unknown): PackedPage | null =>
  typeof made === 'object' && made !== null && 'html' in made && 'form' in made ? (made as PackedPage) : null;

/** A page's bytes were read as a part of a whole file's: from here on they are its own, and the file can be let go. */
export function detach(page: PackedPage): void {
  page.html = ownBytes(page.html);
}

/** Has a stored page keep its HTML in the compressed form that whoever sends it has made of it anyway. */
export function takeBrotli(page: PackedPage, brotli: Buffer, form: 'quick' | 'best'): void {
  page.html = brotli;
  page.form = form;
}
