import type { ArticleList } from '#lib/articles/types.ts';
import { absolute } from '#lib/site/urls.ts';
import { context, type Schema } from './schema.ts';

interface Listed {
  name: string;
  description: string;
  /** Of this page of the list, from the root. */
  href: string;
  list: ArticleList;
  /** Whose articles they are, of an author's page. */
  author?: boolean;
}

/** A page that gathers articles, with those that it shows. */
export function collectionPage({ name, description, href, list, author = false }: Listed): Schema {
  const url = absolute(href);
  return {
    ...context,
    '@type': author ? ['CollectionPage', 'ProfilePage'] : 'CollectionPage',
    '@id': url,
    url,
    name,
    ...(description ? { description } : {}),
    inLanguage: 'vi',
    isPartOf: { '@id': absolute('/#trang-web') },
    // Google takes whom a profile is of from here, what a collection holds from there.
    ...(author
      ? { mainEntity: { '@type': 'Person', name, url, ...(description ? { description } : {}) } }
      : {}),
    [author ? 'hasPart' : 'mainEntity']: {
      '@type': 'ItemList',
      itemListElement: list.cards.map((card, place) => ({
        '@type': 'ListItem',
        position: place + 1,
        url: absolute(card.href),
        name: card.title,
      })),
    },
  };
}

/** A page of search results. */
export function searchResultsPage(query: string): Schema {
  return {
    ...context,
    '@type': 'SearchResultsPage',
    name: query ? `Tìm: ${query}` : 'Tìm kiếm',
    inLanguage: 'vi',
  };
}
