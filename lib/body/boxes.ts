import type { Body, RelatedBlock } from './blocks.ts';

/** An article in a box of a body. */
export type Boxed = RelatedBlock['articles'][number];

/** The articles in a body's boxes, in the order they come; one that stands in two boxes comes twice. */
export function boxedArticles(body: Body): Boxed[] {
  return body.flatMap((block) => (block.type === 'related' ? block.articles : []));
}

/** The numbers of the articles in a body's boxes, each once. */
export function boxedIds(body: Body): number[] {
  const ids = boxedArticles(body).map(({ id }) => id);
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The body with each article of its boxes as `change` gives it back. */
export function mapBoxed(body: Body, change: (article: Boxed) => Boxed): Body {
  return body.map((block) =>
    block.type === 'related' ? { ...block, articles: block.articles.map(change) } : block,
  );
}
