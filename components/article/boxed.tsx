import type { NamedLink } from '#lib/articles/types.ts';
import type { RelatedBlock } from '#lib/body/types.ts';

interface Props {
  articles: RelatedBlock['articles'];
  /** Those that readers can read, as they are called now. */
  boxed: Record<number, NamedLink>;
}

/** A box of other articles inside the text; what readers can't read is not in it, and an empty box is none. */
export function BoxedArticles({ articles, boxed }: Props) {
  const shown = articles.flatMap(({ id }) => {
    const article = id === null ? undefined : boxed[id];
    return article ? [article] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div className="boxed">
      <p className="label-plain">Xem thêm</p>
      <ul>
        {shown.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
