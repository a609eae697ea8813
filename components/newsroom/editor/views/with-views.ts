'use client';
import { type Editor, Extension, type Node } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import type { ComponentType } from 'react';
import { Embed, Gallery, Pending, Photo, RelatedBox } from '../nodes/atoms.ts';
import { EmbedView } from './embed-view.tsx';
import { GalleryView } from './gallery-view.tsx';
import { PendingView } from './pending-view.tsx';
import { PhotoView } from './photo-view.tsx';
import { RelatedView } from './related-view.tsx';

const isDrag = (event: Event) => /^(drag|drop)/.test(event.type);

/** Whether an event is the block's own business: all that happens in its fields, buttons, lists and windows. */
function isItsOwn(event: Event): boolean {
  const { target } = event;
  if (!(target instanceof Element) || isDrag(event)) return false;
  return target.closest('input, textarea, select, button, a, label, dialog, .combobox') !== null;
}

/** Leads from the block of this name, selected with the arrow keys, into its first field. */
function enterFields(editor: Editor, name: string): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== name) return false;
  const dom = editor.view.nodeDOM(selection.from);
  if (!(dom instanceof HTMLElement)) return false;
  const field = dom.querySelector<HTMLElement>('textarea, input') ?? dom.querySelector<HTMLElement>('button');
  field?.focus();
  return field !== null;
}

const withView = (node: Node, view: ComponentType<ReactNodeViewProps>): Node =>
  node.extend({
    addNodeView: () => ReactNodeViewRenderer(view, { stopEvent: ({ event }) => isItsOwn(event) }),
    addKeyboardShortcuts() {
      const enter = () => enterFields(this.editor, this.name);
      return { Enter: enter, Tab: enter };
    },
  });

/** A letter typed while a block is selected goes on a line under it: it must not cost the photo. */
const TypeBeside = Extension.create({
  name: 'typeBeside',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, _from, _to, text) => {
          const { selection, schema, tr } = view.state;
          const { paragraph } = schema.nodes;
          if (!(selection instanceof NodeSelection) || !selection.node.isBlock || !paragraph) return false;
          const { to } = selection;
          tr.insert(to, paragraph.create(null, schema.text(text)));
          view.dispatch(tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length)).scrollIntoView());
          return true;
        },
      },
    }),
  ],
});

/** The blocks that are no running text, as they look while one writes. */
export const blockExtensions = [
  TypeBeside,
  withView(Photo, PhotoView),
  withView(Gallery, GalleryView),
  withView(RelatedBox, RelatedView),
  withView(Embed, EmbedView),
  withView(Pending, PendingView),
];
