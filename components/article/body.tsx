import type { NamedLink } from '#lib/articles/types.ts';
import type { Block, Body } from '#lib/body/types.ts';
import type { PictureView } from '#lib/media/types.ts';
import { BoxedArticles } from './boxed.tsx';
import { Embed } from './embed.tsx';
import { Figure } from './figure.tsx';
import { Gallery } from './gallery.tsx';
import { Line } from './line.tsx';
import { BodyTable } from './table.tsx';

interface Props {
  body: Body;
  pictures: Record<string, PictureView>;
  /** The articles of its boxes that readers can read. */
  boxed: Record<number, NamedLink>;
  /** True when no picture stands above the body, so that its first is the page's first. */
  firstPictureLeads: boolean;
}

interface BlockProps extends Pick<Props, 'pictures' | 'boxed'> {
  block: Block;
  priority: boolean;
}

function BodyBlock({ block, pictures, boxed, priority }: BlockProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Line runs={block.line} />
        </p>
      );
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading>
          <Line runs={block.line} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={`${place}:${item[0]?.text}`}>
              <Line runs={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          {block.lines.map((line, place) => (
            <p key={`${place}:${line[0]?.text}`}>
              <Line runs={line} />
            </p>
          ))}
          {block.cite && <footer>{block.cite}</footer>}
        </blockquote>
      );
    case 'pullout':
      return (
        <p className="pullout">
          <Line runs={block.line} />
        </p>
      );
    case 'table':
      return <BodyTable rows={block.rows} />;
    case 'photo': {
      const picture = pictures[block.picture];
      return picture ? <Figure {...block} picture={picture} priority={priority} /> : null;
    }
    case 'gallery':
      return <Gallery photos={block.photos} pictures={pictures} priority={priority} />;
    case 'related':
      return <BoxedArticles articles={block.articles} boxed={boxed} />;
    case 'embed':
      return <Embed block={block} />;
  }
}

/** An article's body, block by block. */
export function ArticleBody({ body, pictures, boxed, firstPictureLeads }: Props) {
  const first = body.findIndex((block) => block.type === 'photo' || block.type === 'gallery');
  return (
    <div className="body">
      {body.map((block, place) => (
        // Blocks never move within a finished page, so their place is their key.
        <BodyBlock
          key={`${place}:${block.type}`}
          block={block}
          pictures={pictures}
          boxed={boxed}
          priority={firstPictureLeads && place === first}
        />
      ))}
    </div>
  );
}
