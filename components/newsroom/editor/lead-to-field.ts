import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { fieldIds, isFormField } from './field-names.ts';
import { placeOfBlock } from './to-blocks.ts';

const fields = 'textarea, input:not([type="file"]), select, button';

/** The first field in which something is missing, or else the first there is. */
function focusWithin(element: Element | null): void {
  const all = [...(element?.querySelectorAll<HTMLElement>(fields) ?? [])];
  const empty = all.find((field) => field instanceof HTMLTextAreaElement && field.value.trim() === '');
  const target = empty ?? all[0];
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

/** Leads into the n-th block of the saved body (from 0), for a gallery to one of its photos. */
function leadToBlock(editor: Editor, block: number, photo: number | undefined): void {
  const { doc } = editor.state;
  const place = placeOfBlock(editor.getJSON(), block);
  const node = place < 0 ? null : doc.maybeChild(place);
  if (!node) {
    editor.commands.focus('end');
    return;
  }
  let at = 0;
  for (const before of doc.children.slice(0, place)) at += before.nodeSize;
  const dom = editor.view.nodeDOM(at);
  const selection = node.isAtom ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(at + 1));
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  if (!node.isAtom || !(dom instanceof HTMLElement)) editor.chain().focus().scrollIntoView().run();
  else focusWithin(photo === undefined ? dom : (dom.querySelectorAll('.gallery-photos > li')[photo] ?? dom));
}

/** Leads to the field that a check speaks of: "title", "cover", "body", "body.3", "body.3.1". */
export function leadToField(field: string, editor: Editor | null): void {
  const [name = '', block, photo] = field.split('.');
  if (name === 'body') {
    if (!editor) return;
    if (block === undefined) editor.chain().focus('end').scrollIntoView().run();
    else leadToBlock(editor, Number(block), photo === undefined ? undefined : Number(photo));
    return;
  }
  const element = isFormField(name) ? document.getElementById(fieldIds[name]) : null;
  if (element?.matches(fields)) {
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  } else {
    focusWithin(element);
  }
}
