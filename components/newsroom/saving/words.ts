import { diffArrays } from 'diff';

/** A piece of a text beside another: in both, or in this one only. */
export interface Piece {
  text: string;
  changed: boolean;
}

/**
 * Words, spaces and signs. Vietnamese writes each syllable as a word; letters with their marks are one letter here, also
 * where the marks stand apart.
 */
const tokensOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.changed === piece.changed) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** Two texts beside each other, word by word: what went out of the one, what is new in the other. */
export function compareWords(before: string, now: string): { before: Piece[]; now: Piece[] } {
  const changes = diffArrays(tokensOf(before), tokensOf(now));
  const side = (hidden: 'added' | 'removed', shown: 'added' | 'removed') =>
    join(
      changes
        .filter((change) => !change[hidden])
        .map((change) => ({ text: change.value.join(''), changed: change[shown] })),
    );
  return { before: side('added', 'removed'), now: side('removed', 'added') };
}
