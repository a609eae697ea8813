'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { Option } from '#components/ui/option.ts';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { Suggestion } from '#lib/named/types.ts';
import { articlesWord, atStart, type KindWords } from './kind-words.ts';
import { optionOf } from './named-option.ts';

interface Props {
  words: KindWords;
  row: Suggestion;
  remove: ServerAction<{ id: number; into: number | null }, { name: string }>;
  find: ServerAction<{ query: string }, Suggestion[]>;
}

/** Deletes one of a kind; where articles have it, only with another to take its place. */
export function RemoveNamed({ words, row, remove, find }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState<Option | null>(null);
  const { run, busy, trouble, errorOf, reset } = useAction(remove, {
    done: () => {
      setOpen(false);
      router.push(words.base);
    },
    say: ({ name }) => `Đã xóa ${words.one} “${name}”.`,
    refresh: false,
  });
  const search = async (query: string): Promise<Option[]> => {
    const answer = await find({ query });
    return answer.ok ? answer.value.filter((one) => one.id !== row.id).map(optionOf) : [];
  };
  const close = () => {
    setOpen(false);
    reset();
  };
  return (
    <div className="panel">
      <Button variant="danger" onClick={() => setOpen(true)}>
        Xóa {words.one}
      </Button>
      <ConfirmDialog
        open={open}
        title={`Xóa ${words.one} “${row.name}”?`}
        confirm={`Xóa ${words.one}`}
        danger
        busy={busy}
        problem={errorOf('into') ? undefined : trouble?.message}
        onConfirm={() => void run({ id: row.id, into: into ? Number(into.value) : null })}
        onCancel={close}
      >
        {row.uses > 0 ? (
          <p>
            {articlesWord(row.uses)} đang mang {words.one} này. Hãy chọn {words.one} nhận những bài ấy; địa
            chỉ cũ sẽ dẫn sang đó.
          </p>
        ) : (
          <p>
            Không bài nào mang {words.one} này. Có thể chọn một {words.one} để địa chỉ cũ dẫn sang.
          </p>
        )}
        <Combobox
          label={`${atStart(words.one)} thay thế`}
          value={into}
          onChange={setInto}
          search={search}
          error={errorOf('into')}
          required={row.uses > 0}
        />
      </ConfirmDialog>
    </div>
  );
}
