import { Extension, Node, wrappingInputRule } from '@tiptap/core';

/** An item of a list is one paragraph; lists inside lists have no place in an article. */
export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** "* " and "1. " begin a list. "- " does not: a dash at a line's start is somebody speaking. */
export const ListShortcuts = Extension.create({
  name: 'listShortcuts',
  addInputRules() {
    const { bulletList, orderedList } = this.editor.schema.nodes;
    return [
      ...(bulletList ? [wrappingInputRule({ find: /^\s*\*\s$/, type: bulletList })] : []),
      ...(orderedList ? [wrappingInputRule({ find: /^\s*1[.)]\s$/, type: orderedList })] : []),
    ];
  },
});
