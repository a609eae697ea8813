import { Node } from '@tiptap/core';

/** A sentence of the article set large beside the text. */
export const Pullout = Node.create({
  name: 'pullout',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p.pullout', priority: 60 }],
  renderHTML: () => ['p', { class: 'pullout' }, 0],
});
