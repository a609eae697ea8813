import { StarterKit } from '@tiptap/starter-kit';
import { linkAddress } from '#lib/site/links.ts';
import { ListItem, ListShortcuts } from './nodes/list-item.ts';
import { Pullout } from './nodes/pullout.ts';
import { Quote, QuoteSource } from './nodes/quote.ts';
import { tableExtensions } from './nodes/table.ts';

/** All that the text of an article is made of; what is no running text (nodes/atoms.ts) comes with its view. */
export const textExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      autolink: false,
      linkOnPaste: false,
      openOnClick: false,
      // The newsroom's own say what may be linked to, and how, on the page.
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: (address) => linkAddress(address) !== null,
    },
    blockquote: false,
    code: false,
    codeBlock: false,
    hardBreak: false,
    horizontalRule: false,
    listItem: false,
    strike: false,
    underline: false,
    // Under what is no text there is always a line to write on; elsewhere Enter makes one.
    trailingNode: {
      notAfter: ['paragraph', 'heading', 'pullout', 'bulletList', 'orderedList', 'quote'],
    },
  }),
  ListItem,
  ListShortcuts,
  Quote,
  QuoteSource,
  Pullout,
  ...tableExtensions,
];
