import { type Editor, Node } from '@tiptap/core';
import type { Node as DocNode, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    quote: {
      /** Makes a quote of the paragraphs that are selected, or paragraphs of the quote. */
      toggleQuote: () => ReturnType;
    };
  }
}

/** How deep the quote around a position is, or 0. */
function quoteDepth($pos: ResolvedPos): number {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === 'quote') return depth;
  return 0;
}

function paragraphsOf(nodes: readonly DocNode[], schema: DocNode['type']['schema']): DocNode[] {
  const paragraph = schema.nodes['paragraph'];
  const found: DocNode[] = [];
  const take = (node: DocNode) => {
    if (node.isTextblock && paragraph) found.push(paragraph.create(null, node.content));
    return !node.isTextblock;
  };
  for (const node of nodes) {
    if (take(node)) node.descendants(take);
  }
  return found;
}

function unwrap(tr: Transaction, $from: ResolvedPos, depth: number): void {
  const { selection, doc } = tr;
  const node = $from.node(depth);
  const source = node.lastChild;
  const lines = paragraphsOf(node.children, doc.type.schema);
  const kept = source && source.content.size === 0 ? lines.slice(0, -1) : lines;
  const start = $from.before(depth);
  tr.replaceWith(start, $from.after(depth), kept);
  const at = (pos: number) => Math.min(Math.max(pos - 1, start + 1), tr.mapping.map($from.after(depth)) - 1);
  tr.setSelection(
    TextSelection.between(tr.doc.resolve(at(selection.anchor)), tr.doc.resolve(at(selection.head))),
  );
}

function wrap(tr: Transaction, state: EditorState): boolean {
  const { selection, schema } = state;
  const range = selection.$from.blockRange(selection.$to, (node) => node.type === schema.topNodeType);
  const { quote, quoteSource } = schema.nodes;
  if (!range || !quote || !quoteSource) return false;
  const nodes = state.doc.children.slice(range.startIndex, range.endIndex);
  // What is no text (a photo, a table) can't be quoted, and is not thrown away for it.
  if (nodes.some((node) => node.isAtom || node.type.name === 'table')) return false;
  const lines = paragraphsOf(nodes, schema);
  tr.replaceWith(range.start, range.end, quote.create(null, [...lines, quoteSource.create()]));
  const isPlain = nodes.every((node) => node.isTextblock);
  const [from, to] = isPlain
    ? [selection.anchor + 1, selection.head + 1]
    : [range.start + 2, range.start + 2];
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)));
  return true;
}

/** Leaves the quote for a new paragraph under it; an empty line that the cursor stood in goes. */
function leave(editor: Editor, $from: ResolvedPos, depth: number, isEmptyLine: boolean): boolean {
  return editor.commands.command(({ tr, state }) => {
    const paragraph = state.schema.nodes['paragraph'];
    if (!paragraph) return false;
    const after = $from.after(depth);
    tr.insert(after, paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, after + 1));
    if (isEmptyLine) tr.delete($from.before(), $from.after());
    tr.scrollIntoView();
    return true;
  });
}

function onEnter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const depth = quoteDepth($from);
  if (!depth || !empty) return false;
  if ($from.parent.type.name === 'quoteSource') return leave(editor, $from, depth, false);
  const isLastLine = $from.index(depth) === $from.node(depth).childCount - 2;
  const isEmptyLine = $from.parent.content.size === 0 && isLastLine && $from.index(depth) > 0;
  return isEmptyLine && leave(editor, $from, depth, true);
}

function onBackspace(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const depth = quoteDepth($from);
  if (!depth || !empty || $from.parentOffset > 0) return false;
  if ($from.parent.type.name === 'quoteSource') return editor.commands.setTextSelection($from.before() - 1);
  return $from.index(depth) === 0 && editor.commands.toggleQuote();
}

/** Paragraphs that somebody said or wrote, and below them who. */
export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph+ quoteSource',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addCommands() {
    return {
      toggleQuote:
        () =>
        ({ tr, state, dispatch }) => {
          const depth = quoteDepth(state.selection.$from);
          if (!dispatch) return true;
          if (!depth) return wrap(tr, state);
          unwrap(tr, state.selection.$from, depth);
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-b': () => this.editor.commands.toggleQuote(),
      Enter: () => onEnter(this.editor),
      Backspace: () => onBackspace(this.editor),
    };
  },
});

/** Who said it: "Bà Nhàn, 63 tuổi". Plain text; empty where nobody is named. */
export const QuoteSource = Node.create({
  name: 'quoteSource',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [
    { tag: 'footer', context: 'quote/' },
    { tag: 'cite', context: 'quote/' },
  ],
  renderHTML: () => ['footer', { class: 'quote-source' }, 0],
});
