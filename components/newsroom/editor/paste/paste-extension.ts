import { type Editor, Extension, type JSONContent } from '@tiptap/core';
import { type Node as DocNode, Slice } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { linkAddress } from '#lib/site/links.ts';
import { youtubeId } from '#lib/site/youtube.ts';
import { insertBlocks } from '../commands.ts';
import { type Carried, PastedPictures, pictureHtml } from './pasted-pictures.ts';
import { readPasted } from './read-pasted.ts';
import { writePasted } from './write-pasted.ts';

export interface PasteOptions {
  /** Begins to send the file of a picture; gives the name of its upload. */
  send: (file: File) => string;
  /** Says that files which are no pictures were not taken. */
  refuse: () => void;
}

const nothing: Carried = { files: [], rtf: '' };

/** HEIC has no type in most browsers. */
const isPicture = (file: File) => file.type.startsWith('image/') || /\.(heic|heif|avif)$/i.test(file.name);

const carriedBy = (data: DataTransfer | null): Carried =>
  data ? { files: [...data.files].filter(isPicture), rtf: data.getData('text/rtf') } : nothing;

/** Text that another program put on the clipboard, without how it looked there. What the editor itself put there stays. */
function cleaned(html: string, carried: Carried, send: PasteOptions['send']): string {
  if (html.includes('data-pm-slice')) return html;
  const blocks = readPasted(html);
  const pictures = new PastedPictures(
    blocks.filter((block) => block.type === 'picture'),
    carried,
  );
  return writePasted(blocks, (picture) => pictureHtml(picture, pictures.fileOf(picture), send));
}

/** An embed of an address: the video, or a card. */
export function embedOfAddress(address: string, title = ''): JSONContent {
  const id = youtubeId(address);
  const attrs = id ? { provider: 'youtube', id, title } : { provider: 'link', href: address, title };
  return { type: 'embed', attrs };
}

/** The address that is all there is on the clipboard, or null. */
function addressAlone(data: DataTransfer): string | null {
  const text = data.getData('text/plain').trim();
  return /^https?:\/\/\S+$/i.test(text) ? linkAddress(text) : null;
}

/** On an empty line an address is a video or a card; over words it is where they lead; elsewhere it is a link. */
function pasteAddress(editor: Editor, address: string): boolean {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!(selection instanceof TextSelection) || $from.parent.type.name === 'quoteSource') return false;
  if (!empty) return editor.commands.setLink({ href: address });
  const { parent } = $from;
  const isEmptyLine = $from.depth === 1 && parent.type.name === 'paragraph' && parent.content.size === 0;
  if (isEmptyLine) return insertBlocks(editor, [embedOfAddress(address)]) >= 0;
  const marks = [{ type: 'link', attrs: { href: address } }];
  return editor.commands.insertContent({ type: 'text', text: address, marks });
}

/** A text that begins with a heading begins on a line of its own, and does not run on in the paragraph at the cursor. */
function beginAnew(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  const begins = content.firstChild?.type.name === 'heading' && content.childCount > 1;
  return begins && openStart > 0 ? new Slice(content, 0, openEnd) : slice;
}

const pendingOf = (file: File, send: PasteOptions['send']): JSONContent => ({
  type: 'pending',
  attrs: { upload: send(file), name: file.name },
});

/** A cell of a table and the source of a quote hold one line: what has several is joined to one. */
function pasteIntoLine(editor: Editor, slice: Slice): boolean {
  const { $from } = editor.state.selection;
  const isLine = /^(tableCell|tableHeader)$/.test($from.node(-1)?.type.name ?? '');
  if ((!isLine && $from.parent.type.name !== 'quoteSource') || slice.content.childCount < 2) return false;
  if (slice.content.firstChild?.type.name === 'table') return false;
  const text = slice.content.textBetween(0, slice.content.size, ' ').replace(/\s+/g, ' ').trim();
  return text !== '' && editor.commands.insertContent({ type: 'text', text });
}

function onPaste(editor: Editor, event: ClipboardEvent, slice: Slice, options: PasteOptions): boolean {
  const data = event.clipboardData;
  if (!data || !editor.isEditable) return false;
  const { files } = carriedBy(data);
  if (files.length > 0 && data.getData('text/html') === '') {
    insertBlocks(
      editor,
      files.map((file) => pendingOf(file, options.send)),
    );
    return true;
  }
  const address = addressAlone(data);
  return (address !== null && pasteAddress(editor, address)) || pasteIntoLine(editor, slice);
}

function onDrop(editor: Editor, event: DragEvent, options: PasteOptions): boolean {
  const data = event.dataTransfer;
  if (!data || data.files.length === 0 || !editor.isEditable) return false;
  const files = [...data.files].filter(isPicture);
  if (files.length < data.files.length) options.refuse();
  const found = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
  const nodes = files.map((file) => editor.schema.nodeFromJSON(pendingOf(file, options.send)));
  const [first] = nodes;
  if (!first) return true;
  const { tr, doc } = editor.state;
  const place = sliceOf(editor, nodes);
  tr.insert(dropPoint(doc, found?.pos ?? doc.content.size, place) ?? doc.content.size, nodes);
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

function sliceOf(editor: Editor, nodes: readonly DocNode[]): Slice {
  return editor.schema.topNodeType.create(null, nodes).slice(0);
}

/** What is pasted or dropped becomes what an article has a place for; pictures among it are sent to the store. */
export const Paste = Extension.create<PasteOptions>({
  name: 'articlePaste',
  priority: 1000,
  addOptions: () => ({ send: () => '', refuse: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    // The view hands the HTML alone to whoever cleans it.
    let carried = nothing;
    const remember = (data: DataTransfer | null) => {
      carried = carriedBy(data);
      return false;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_view: EditorView, event: ClipboardEvent) => remember(event.clipboardData),
            drop: (_view: EditorView, event: DragEvent) => remember(event.dataTransfer),
          },
          transformPastedHTML: (html) => cleaned(html, carried, options.send),
          transformPasted: beginAnew,
          transformPastedText: (text) => text.normalize('NFC'),
          handlePaste: (_view, event, slice) => onPaste(editor, event, slice, options),
          handleDrop: (_view, event, _slice, moved) => !moved && onDrop(editor, event, options),
        },
      }),
    ];
  },
});
