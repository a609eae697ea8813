'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { type DeskCategory, type Hanging, hangingWords } from '#lib/categories/types.ts';

interface Props {
  id: number;
  name: string;
  hanging: Hanging;
  /** The first level without the section itself, with their children. */
  sections: readonly DeskCategory[];
  remove: ServerAction<{ id: number; into: number | null }, { name: string }>;
}

/** Deletes a section; what hangs on it goes to another. */
export function RemoveSection({ id, name, hanging, sections, remove }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState('');
  const { run, busy, trouble, errorOf, reset } = useAction(remove, {
    done: () => {
      setOpen(false);
      router.push('/admin/chuyen-muc');
    },
    say: (removed) => `Đã xóa chuyên mục “${removed.name}”.`,
    refresh: false,
  });
  const words = hangingWords(hanging);
  const choices: Choice[] = sections.flatMap((top) => [
    { value: String(top.id), label: top.name },
    ...top.children
      .filter((child) => child.id !== id && hanging.children === 0)
      .map((child) => ({ value: String(child.id), label: `${top.name} / ${child.name}` })),
  ]);
  return (
    <div className="panel">
      <Button variant="danger" onClick={() => setOpen(true)}>
        Xóa chuyên mục
      </Button>
      <ConfirmDialog
        open={open}
        title={`Xóa chuyên mục “${name}”?`}
        confirm="Xóa chuyên mục"
        danger
        busy={busy}
        problem={errorOf('into') ? undefined : trouble?.message}
        onConfirm={() => void run({ id, into: into === '' ? null : Number(into) })}
        onCancel={() => {
          setOpen(false);
          reset();
        }}
      >
        <p>
          {words === ''
            ? 'Chuyên mục này trống. Có thể chọn một chuyên mục để địa chỉ cũ dẫn sang.'
            : `Ở đây còn ${words}. Hãy chọn chuyên mục nhận tất cả; địa chỉ cũ sẽ dẫn sang đó.`}
        </p>
        <SelectField
          label="Chuyên mục nhận"
          value={into}
          onChange={setInto}
          choices={choices}
          none={words === '' ? 'Không có' : 'Hãy chọn'}
          error={errorOf('into')}
          required={words !== ''}
        />
      </ConfirmDialog>
    </div>
  );
}
