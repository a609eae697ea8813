import { Extension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { Node as DocNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';

const cell = { content: 'paragraph' };

/** Gives the cells of a table's first row, and of no other, the type of a header's; gives whether any changed. */
function setHeader(tr: Transaction, table: DocNode, start: number): boolean {
  const { tableHeader, tableCell } = table.type.schema.nodes;
  let changed = false;
  table.forEach((row, rowOffset, place) => {
    const type = place === 0 ? tableHeader : tableCell;
    row.forEach((each, offset) => {
      if (!type || each.type === type) return;
      tr.setNodeMarkup(start + 1 + rowOffset + 1 + offset, type);
      changed = true;
    });
  });
  return changed;
}

/** The first row of a table is its header, whatever rows are added, moved or deleted. */
const HeaderRow = Extension.create({
  name: 'headerRow',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, before, state) {
        if (!transactions.some((each) => each.docChanged)) return null;
        const { tr } = state;
        let changed = false;
        state.doc.forEach((node, offset, place) => {
          // Most keys change no table: what is the same object as before is left alone.
          if (node.type.name !== 'table' || before.doc.maybeChild(place) === node) return;
          changed = setHeader(tr, node, offset) || changed;
        });
        return changed ? tr : null;
      },
    }),
  ],
});

/** Tables of one line a cell, without merged cells or widths of columns. */
export const tableExtensions = [
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ View: null, resizable: false }),
  TableRow,
  TableCell.extend(cell),
  // While it is written a head may be empty, which no <th> should be.
  TableHeader.extend({ ...cell, renderHTML: () => ['td', { class: 'table-head' }, 0] }),
  HeaderRow,
];
