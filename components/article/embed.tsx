import type { EmbedBlock } from '#lib/body/types.ts';
import { youtubeAddress } from '#lib/site/youtube.ts';

function hostOf(href: string): string {
  return URL.parse(href)?.hostname.replace(/^www\./, '') ?? href;
}

/**
 * Something from outside: a link until the reader asks for it, so that nobody else hears of a page being read. Our
 * script puts a video's player in its place at a click.
 */
export function Embed({ block }: { block: EmbedBlock }) {
  if (block.provider === 'link') {
    return (
      <p className="link-card">
        <a href={block.href} rel="noopener nofollow">
          <span className="link-card-title">{block.title || block.href}</span>
          <span className="link-card-host">{hostOf(block.href)}</span>
        </a>
      </p>
    );
  }
  return (
    <p className="embed">
      <a href={youtubeAddress(block.id)} rel="noopener nofollow" data-video={block.id}>
        <span aria-hidden="true">▶</span> {block.title || 'Xem video trên YouTube'}
      </a>
    </p>
  );
}
