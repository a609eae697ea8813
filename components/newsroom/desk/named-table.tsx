'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table } from '#components/ui/table.tsx';
import type { ServerAction } from '#components/ui/use-action.ts';
import type { NamedRow, Suggestion } from '#lib/named/types.ts';
import type { KindWords } from './kind-words.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** A row, with what is to be said of it besides: that it is closed, who signs with it. */
export interface DeskRow extends NamedRow {
  note?: string | undefined;
}

interface Props {
  words: KindWords;
  rows: readonly DeskRow[];
  /** Puts several into one; left out where that makes no sense. */
  merging?: {
    merge: ServerAction<{ from: number[]; into: number }, { name: string; articles: number }>;
    find: ServerAction<{ query: string }, Suggestion[]>;
  };
}

/** All of a kind, a page at a time; some of them can be chosen and put into one. */
export function NamedTable({ words, rows, merging }: Props) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isMerging, setMerging] = useState(false);
  const picked = rows.filter((row) => chosen.includes(row.id));
  const toggle = (id: number) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div className="stack-tight">
      {merging && (
        <div className="buttons">
          <Button disabled={picked.length === 0} onClick={() => setMerging(true)}>
            Gộp {picked.length > 0 ? `${picked.length} ${words.one} đã chọn` : `${words.one} đã chọn`}
          </Button>
        </div>
      )}
      <Table
        caption={`Danh sách ${words.one}`}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          ...(merging
            ? [
                {
                  key: 'choose',
                  header: <span className="visually-hidden">Chọn</span>,
                  fit: true,
                  cell: (row: DeskRow) => (
                    <label className="check-cell">
                      <input
                        type="checkbox"
                        checked={chosen.includes(row.id)}
                        onChange={() => toggle(row.id)}
                      />
                      <span className="visually-hidden">Chọn {row.name}</span>
                    </label>
                  ),
                },
              ]
            : []),
          {
            key: 'name',
            header: 'Tên',
            isHead: true,
            cell: (row: DeskRow) => (
              <>
                <Link href={`${words.base}/${row.id}`} className="table-link">
                  {row.name}
                </Link>
                {row.note && <span className="quiet small"> · {row.note}</span>}
              </>
            ),
          },
          {
            key: 'href',
            header: 'Địa chỉ',
            onlyWide: true,
            cell: (row: DeskRow) => (
              <a href={row.href} className="quiet">
                {row.href}
              </a>
            ),
          },
          { key: 'uses', header: 'Số bài', atEnd: true, fit: true, cell: (row: DeskRow) => row.uses },
        ]}
      />
      {merging && (
        <MergeDialog
          open={isMerging}
          words={words}
          picked={picked}
          merging={merging}
          onClose={() => setMerging(false)}
          onMerged={() => {
            setMerging(false);
            setChosen([]);
          }}
        />
      )}
    </div>
  );
}
