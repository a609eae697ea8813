'use client';
import type { Editor, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
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

/** The blocks that are no running text, as they look while one writes. */
export const blockExtensions = [
  withView(Photo, PhotoView),
  withView(Gallery, GalleryView),
  withView(RelatedBox, RelatedView),
  withView(Embed, EmbedView),
  withView(Pending, PendingView),
];
