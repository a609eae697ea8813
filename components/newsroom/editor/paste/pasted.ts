import type { Block, Run } from '#lib/body/types.ts';

/** A picture as it comes with a text: where its file is, and what is said of it. */
export interface PastedPicture {
  type: 'picture';
  /** "data:…", "file:///…", "https://…", or an address of our own. */
  address: string;
  alt: string;
  caption: string;
}

/** What is taken over from a pasted text, of the blocks an article may have. */
export type PastedBlock =
  | Extract<Block, { type: 'paragraph' | 'heading' | 'list' | 'quote' | 'table' }>
  | PastedPicture;

/** The words of a line, without marks. */
export const wordsOf = (line: readonly Run[]): string =>
  line
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
