import type { Editor, JSONContent } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { PickedPicture } from '#lib/media/types.ts';

/** What a photo in the text says of a picture from the store, to begin with. */
export const photoOfPicked = ({ key, alt, caption, credit }: PickedPicture) => ({
  picture: key,
  alt,
  caption,
  credit,
});

/**
 * Puts blocks that are no running text after the block that the cursor stands in, or in its place where that is an
 * empty line.
 * @returns where the first of them stands
 */
export function insertBlocks(editor: Editor, blocks: JSONContent[]): number {
  const { $from } = editor.state.selection;
  const isEmptyLine = $from.depth === 1 && $from.parent.isTextblock && $from.parent.content.size === 0;
  const at = $from.depth === 0 ? editor.state.selection.to : $from.after(1);
  const start = isEmptyLine ? $from.before(1) : at;
  editor.commands.command(({ tr, state }) => {
    const nodes = blocks.map((block) => state.schema.nodeFromJSON(block));
    tr.replaceWith(start, at, nodes);
    const after = start + nodes.reduce((size, node) => size + node.nodeSize, 0);
    // One goes on writing under it: there is always a line for that.
    const next = tr.doc.nodeAt(after);
    const paragraph = state.schema.nodes['paragraph'];
    if (!next?.isTextblock && paragraph) tr.insert(after, paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(after)));
    tr.scrollIntoView();
    return true;
  });
  return start;
}

/** Moves the block at this place over its neighbour. */
export function moveBlock(editor: Editor, at: number, by: 1 | -1): boolean {
  return editor.commands.command(({ tr, state }) => {
    const $at = state.doc.resolve(at);
    const node = $at.nodeAfter;
    const index = $at.index() + by;
    if (!node || $at.depth > 0 || index < 0 || index >= state.doc.childCount) return false;
    const over = state.doc.child(index).nodeSize;
    const to = by === 1 ? at + over : at - over;
    tr.delete(at, at + node.nodeSize);
    tr.insert(to, node);
    tr.setSelection(NodeSelection.create(tr.doc, to));
    tr.scrollIntoView();
    return true;
  });
}

/** Takes a block out. */
export function removeBlock(editor: Editor, at: number): void {
  editor.commands.command(({ tr, state }) => {
    const node = state.doc.nodeAt(at);
    if (!node) return false;
    tr.delete(at, at + node.nodeSize);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));
    return true;
  });
  editor.commands.focus();
}

/** Runs once no input method is putting a syllable together: what it works on must not change under it. */
function whenComposed(editor: Editor, work: () => void): void {
  if (!editor.view.composing) {
    work();
    return;
  }
  const { dom } = editor.view;
  // The editor itself reads the last syllable first.
  dom.addEventListener('compositionend', () => setTimeout(() => whenComposed(editor, work), 60), {
    once: true,
  });
}

/** Puts a photo where its file was on its way. Undoing what was pasted takes the photo away as well. */
export function placePhoto(editor: Editor, upload: string, picture: PickedPicture): void {
  whenComposed(editor, () => {
    if (editor.isDestroyed) return;
    const { photo } = editor.schema.nodes;
    const { tr } = editor.state;
    editor.state.doc.descendants((node, at) => {
      if (!photo || node.type.name !== 'pending' || node.attrs['upload'] !== upload) return;
      const { alt, caption, credit, key } = picture;
      const attrs = {
        picture: key,
        alt: node.attrs['alt'] || alt,
        caption: node.attrs['caption'] || caption,
        credit,
      };
      tr.replaceWith(tr.mapping.map(at), tr.mapping.map(at + node.nodeSize), photo.create(attrs));
    });
    if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
  });
}
