'use client';
import { Combobox } from '#components/ui/combobox.tsx';
import type { Search } from '#components/ui/option.ts';
import { MovableList } from './movable-list.tsx';

export interface Picked {
  id: number;
  title: string;
}

interface Props {
  id?: string;
  label: string;
  hint?: string;
  picked: readonly Picked[];
  onChange: (picked: readonly Picked[]) => void;
  search: Search;
  most: number;
  readOnly: boolean;
  error?: string | undefined;
}

/** Articles in an order, found by typing a part of their headlines. */
export function PickedArticles(props: Props) {
  const { id, label, hint, picked, onChange, search, most, readOnly, error } = props;
  const isFull = picked.length >= most;
  const has = (value: string) => picked.some((one) => String(one.id) === value);
  return (
    <div className="stack-tight">
      {(!readOnly || picked.length === 0) && (
        <Combobox
          id={id}
          label={label}
          hint={isFull ? `Đã đủ ${most} bài.` : hint}
          error={error}
          value={null}
          disabled={readOnly || isFull}
          placeholder="Gõ vài chữ của bài cần chọn"
          search={async (query) => (await search(query)).filter(({ value }) => !has(value))}
          onChange={(option) => {
            // The list may still be that of before the last choice.
            if (option && !has(option.value))
              onChange([...picked, { id: Number(option.value), title: option.label }]);
          }}
        />
      )}
      <MovableList
        label="Các bài đã chọn"
        items={picked.map((one) => ({ key: one.id, name: one.title, value: one }))}
        onChange={onChange}
        readOnly={readOnly}
      />
    </div>
  );
}
