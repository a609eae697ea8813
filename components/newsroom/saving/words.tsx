import type { Piece } from './words.ts';

interface Props {
  pieces: readonly Piece[];
  /** What the changed words are: new in this text, or gone from it. */
  kind?: 'new' | 'gone';
}

/** A text with the words marked that another one has not. */
export function Words({ pieces, kind = 'new' }: Props) {
  const Mark = kind === 'new' ? 'ins' : 'del';
  if (pieces.every((piece) => piece.text === '')) return <p className="words quiet">(trống)</p>;
  return (
    <p className="words">
      {pieces.map((piece, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
        piece.changed ? <Mark key={i}>{piece.text}</Mark> : <span key={i}>{piece.text}</span>,
      )}
    </p>
  );
}
