import type { Block, Body } from '#lib/body/types.ts';
import type { PictureView } from '#lib/media/types.ts';
import { Embed } from './embed.tsx';
import { Figure } from './figure.tsx';
import { Line } from './line.tsx';
import { BodyTable } from './table.tsx';

interface Props {
  body: Body;
  pictures: Record<string, PictureView>;
  /** True when no picture stands above the body, so that its first is the page's first. */
  firstPictureLeads: boolean;
}

function BodyBlock({
  block,
  pictures,
  priority,
}: {
  block: Block;
  pictures: Props['pictures'];
  priority: boolean;
}) {
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
    case 'embed':
      return <Embed block={block} />;
  }
}

/** An article's body, block by block. */
export function ArticleBody({ body, pictures, firstPictureLeads }: Props) {
  const first = body.findIndex((block) => block.type === 'photo');
  return (
    <div className="body">
      {body.map((block, place) => (
        // Blocks never move within a finished page, so their place is their key.
        <BodyBlock
          key={`${place}:${block.type}`}
          block={block}
          pictures={pictures}
          priority={firstPictureLeads && place === first}
        />
      ))}
    </div>
  );
}
