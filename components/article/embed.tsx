import type { Block } from '#lib/body/types.ts';

type EmbedBlock = Extract<Block, { type: 'embed' }>;

/**
 * A video from outside: a link until the reader asks for it, so that nobody else hears of a page being read. Our
 * script puts the player in its place at a click.
 */
export function Embed({ block }: { block: EmbedBlock }) {
  const title = block.title || 'Xem video trên YouTube';
  return (
    <p className="embed">
      <a href={`https://www.youtube.com/watch?v=${block.id}`} rel="noopener nofollow" data-video={block.id}>
        <span aria-hidden="true">▶</span> {title}
      </a>
    </p>
  );
}
