import { Node } from '@tiptap/core';

// Blocks that are no running text: their words stand in attributes and are typed in fields of their own. How they look
// while one writes is said in views/.

/** An attribute that goes over the clipboard as JSON. */
const json = (name: string, empty: unknown) => ({
  default: empty,
  parseHTML: (element: HTMLElement): unknown => {
    try {
      return JSON.parse(element.getAttribute(`data-${name}`) ?? '');
    } catch {
      return empty;
    }
  },
  renderHTML: (attributes: Record<string, unknown>) => ({
    [`data-${name}`]: JSON.stringify(attributes[name]),
  }),
});

const text = (name: string, empty: string | null = '') => ({
  default: empty,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? empty,
  renderHTML: (attributes: Record<string, unknown>) =>
    typeof attributes[name] === 'string' ? { [`data-${name}`]: attributes[name] } : {},
});

const atom = { group: 'block', atom: true, selectable: true, draggable: true } as const;

export const Photo = Node.create({
  ...atom,
  name: 'photo',
  addAttributes: () => ({
    picture: text('picture', null),
    alt: text('alt'),
    caption: text('caption'),
    credit: text('credit'),
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

export const Gallery = Node.create({
  ...atom,
  name: 'gallery',
  addAttributes: () => ({ photos: json('photos', []) }),
  parseHTML: () => [{ tag: 'figure[data-photos]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

export const RelatedBox = Node.create({
  ...atom,
  name: 'related',
  addAttributes: () => ({ articles: json('articles', []) }),
  parseHTML: () => [{ tag: 'aside[data-articles]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes],
});

export const Embed = Node.create({
  ...atom,
  name: 'embed',
  addAttributes: () => ({
    provider: text('provider', null),
    id: text('id', null),
    href: text('href', null),
    title: text('title'),
  }),
  parseHTML: () => [{ tag: 'div[data-provider]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
});

/**
 * A picture on its way: it becomes a photo once the newsroom has its file, and is never saved before. Without an upload
 * it stands for a picture that came without its file, until somebody gives it one.
 */
export const Pending = Node.create({
  ...atom,
  name: 'pending',
  addAttributes: () => ({
    upload: text('upload', null),
    name: text('name'),
    alt: text('alt'),
    caption: text('caption'),
    /** Where it was, for a person to fetch it from. */
    address: text('address', null),
  }),
  parseHTML: () => [{ tag: 'figure[data-name]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});
