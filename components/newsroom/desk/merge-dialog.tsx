'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import type { Option } from '#components/ui/option.ts';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { NamedRow, Suggestion } from '#lib/named/types.ts';
import { articlesWord, atStart, type KindWords } from './kind-words.ts';
import { optionOf } from './named-option.ts';

interface Merging {
  merge: ServerAction<{ from: number[]; into: number }, { name: string; articles: number }>;
  find: ServerAction<{ query: string }, Suggestion[]>;
}

interface Props {
  open: boolean;
  words: KindWords;
  picked: readonly NamedRow[];
  merging: Merging;
  onClose: () => void;
  onMerged: () => void;
}

/** Asks which one stays when several become one. */
export function MergeDialog({ open, words, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={`Gộp ${words.one}`}>
      <MergeForm words={words} onClose={onClose} {...rest} />
    </Dialog>
  );
}

const mostUsed = (rows: readonly NamedRow[]): NamedRow | undefined =>
  [...rows].sort((a, b) => b.uses - a.uses)[0];

function MergeForm({ words, picked, merging, onClose, onMerged }: Omit<Props, 'open'>) {
  const first = mostUsed(picked);
  const [into, setInto] = useState<Option | null>(first ? optionOf(first) : null);
  const { run, busy, trouble, errorOf } = useAction(merging.merge, {
    done: onMerged,
    say: (merged) => `Đã gộp vào “${merged.name}”: ${articlesWord(merged.articles)} đổi ${words.one}.`,
  });
  const from = picked.filter((row) => String(row.id) !== into?.value);
  const search = async (query: string): Promise<Option[]> => {
    if (query.trim() === '') return picked.map(optionOf);
    const answer = await merging.find({ query });
    return answer.ok ? answer.value.map(optionOf) : [];
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (into) void run({ from: from.map((row) => row.id), into: Number(into.value) });
      }}
    >
      <FormErrors trouble={trouble} />
      <Combobox
        label={`${atStart(words.one)} được giữ lại`}
        hint={`Có thể là một trong những ${words.one} đã chọn, hoặc gõ để tìm một ${words.one} khác.`}
        value={into}
        onChange={setInto}
        search={search}
        error={errorOf('into') ?? errorOf('from')}
      />
      <div>
        <p>Được gộp vào và không còn nữa:</p>
        <ul className="plain-list">
          {from.map((row) => (
            <li key={row.id}>
              {row.name} <span className="quiet">({articlesWord(row.uses)})</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet small">
        Mỗi bài giữ {words.one} ấy một lần. Địa chỉ cũ dẫn độc giả sang địa chỉ được giữ lại. Không thể tách
        ra như cũ.
      </p>
      <div className="buttons buttons-end">
        <Button onClick={onClose}>Thôi</Button>
        <Button type="submit" variant="primary" busy={busy} disabled={!into || from.length === 0}>
          Gộp {words.one}
        </Button>
      </div>
    </form>
  );
}
