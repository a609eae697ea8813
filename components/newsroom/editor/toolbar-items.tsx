import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** The windows that buttons of the toolbar open. */
export type ToolWindow = 'link' | 'photo' | 'gallery' | 'embed' | 'help';

export interface ToolItem {
  id: string;
  /** What it does, in words; shown when the pointer rests on it. */
  name: string;
  /** As it is written on the help sheet: "Ctrl+B". */
  keys?: string;
  sign: ReactNode;
  /** Whether it is on where the cursor stands; left out for what does something once. */
  isOn?: (editor: Editor) => boolean;
  /** Whether it can do anything where the cursor stands. */
  can?: (editor: Editor) => boolean;
  run?: (editor: Editor) => void;
  opens?: ToolWindow;
}

const inTable = (editor: Editor) => editor.isActive('table');
const outsideTable = (editor: Editor) => !inTable(editor);

/** Inside a quote there are only paragraphs: it is undone first. */
function asPlain(editor: Editor) {
  const chain = editor.chain().focus();
  return editor.isActive('quote') ? chain.toggleQuote() : chain;
}

function toggleHeading(editor: Editor, level: 2 | 3): void {
  asPlain(editor).toggleHeading({ level }).run();
}

function toggleList(editor: Editor, ordered: boolean): void {
  const chain = asPlain(editor);
  (ordered ? chain.toggleOrderedList() : chain.toggleBulletList()).run();
}

function togglePullout(editor: Editor): void {
  asPlain(editor).toggleNode('pullout', 'paragraph').run();
}

/** In groups; a line stands between two of them. */
export const toolGroups: readonly (readonly ToolItem[])[] = [
  [
    {
      id: 'paragraph',
      name: 'Đoạn văn thường',
      keys: 'Ctrl+Alt+0',
      sign: '¶',
      isOn: (editor) =>
        editor.isActive('paragraph') && !editor.isActive('quote') && !editor.isActive('listItem'),
      can: outsideTable,
      run: (editor) => asPlain(editor).clearNodes().run(),
    },
    {
      id: 'h2',
      name: 'Tít phụ',
      keys: 'Ctrl+Alt+2',
      sign: 'T1',
      isOn: (editor) => editor.isActive('heading', { level: 2 }),
      can: outsideTable,
      run: (editor) => toggleHeading(editor, 2),
    },
    {
      id: 'h3',
      name: 'Tít nhỏ',
      keys: 'Ctrl+Alt+3',
      sign: 'T2',
      isOn: (editor) => editor.isActive('heading', { level: 3 }),
      can: outsideTable,
      run: (editor) => toggleHeading(editor, 3),
    },
  ],
  [
    {
      id: 'bold',
      name: 'Đậm',
      keys: 'Ctrl+B',
      sign: <b>B</b>,
      isOn: (editor) => editor.isActive('bold'),
      run: (editor) => editor.chain().focus().toggleBold().run(),
    },
    {
      id: 'italic',
      name: 'Nghiêng',
      keys: 'Ctrl+I',
      sign: <i>I</i>,
      isOn: (editor) => editor.isActive('italic'),
      run: (editor) => editor.chain().focus().toggleItalic().run(),
    },
    {
      id: 'link',
      name: 'Liên kết',
      keys: 'Ctrl+K',
      sign: <Icon name="link" />,
      isOn: (editor) => editor.isActive('link'),
      opens: 'link',
    },
  ],
  [
    {
      id: 'bullets',
      name: 'Danh sách chấm đầu dòng',
      keys: 'Ctrl+Shift+8',
      sign: <Icon name="bullets" />,
      isOn: (editor) => editor.isActive('bulletList'),
      can: outsideTable,
      run: (editor) => toggleList(editor, false),
    },
    {
      id: 'numbers',
      name: 'Danh sách đánh số',
      keys: 'Ctrl+Shift+7',
      sign: <Icon name="numbers" />,
      isOn: (editor) => editor.isActive('orderedList'),
      can: outsideTable,
      run: (editor) => toggleList(editor, true),
    },
    {
      id: 'quote',
      name: 'Trích lời',
      keys: 'Ctrl+Shift+B',
      sign: <Icon name="quote" />,
      isOn: (editor) => editor.isActive('quote'),
      can: outsideTable,
      run: (editor) => editor.chain().focus().toggleQuote().run(),
    },
    {
      id: 'pullout',
      name: 'Câu nổi bật',
      sign: <Icon name="pullout" />,
      isOn: (editor) => editor.isActive('pullout'),
      can: outsideTable,
      run: togglePullout,
    },
  ],
  [
    { id: 'photo', name: 'Chèn ảnh', keys: 'Ctrl+Alt+A', sign: <Icon name="photo" />, opens: 'photo' },
    { id: 'gallery', name: 'Chèn bộ ảnh', sign: <Icon name="gallery" />, opens: 'gallery' },
    {
      id: 'related',
      name: 'Chèn hộp bài liên quan',
      sign: <Icon name="box" />,
      can: outsideTable,
    },
    { id: 'embed', name: 'Nhúng video hoặc trang khác', sign: <Icon name="embed" />, opens: 'embed' },
    {
      id: 'table',
      name: 'Chèn bảng',
      sign: <Icon name="table" />,
      can: outsideTable,
      run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
  ],
  [
    {
      id: 'undo',
      name: 'Hoàn tác',
      keys: 'Ctrl+Z',
      sign: <Icon name="undo" />,
      can: ({ state }) => undoDepth(state) > 0,
      run: (editor) => editor.chain().focus().undo().run(),
    },
    {
      id: 'redo',
      name: 'Làm lại',
      keys: 'Ctrl+Shift+Z',
      sign: <Icon name="redo" />,
      can: ({ state }) => redoDepth(state) > 0,
      run: (editor) => editor.chain().focus().redo().run(),
    },
    { id: 'help', name: 'Phím tắt', keys: 'Ctrl+/', sign: <Icon name="help" />, opens: 'help' },
  ],
];

const cell = (id: string, name: string, sign: string, run: (editor: Editor) => void): ToolItem => ({
  id,
  name,
  sign,
  run,
});

/** What can be done with a table, while the cursor stands in one. */
export const tableItems: readonly ToolItem[] = [
  cell('row-above', 'Thêm hàng phía trên', '+ hàng ↑', (editor) =>
    editor.chain().focus().addRowBefore().run(),
  ),
  cell('row-below', 'Thêm hàng phía dưới', '+ hàng ↓', (editor) =>
    editor.chain().focus().addRowAfter().run(),
  ),
  cell('column-left', 'Thêm cột bên trái', '+ cột ←', (editor) =>
    editor.chain().focus().addColumnBefore().run(),
  ),
  cell('column-right', 'Thêm cột bên phải', '+ cột →', (editor) =>
    editor.chain().focus().addColumnAfter().run(),
  ),
  cell('no-row', 'Xóa hàng', '− hàng', (editor) => editor.chain().focus().deleteRow().run()),
  cell('no-column', 'Xóa cột', '− cột', (editor) => editor.chain().focus().deleteColumn().run()),
  cell('no-table', 'Xóa bảng', '− bảng', (editor) => editor.chain().focus().deleteTable().run()),
];
