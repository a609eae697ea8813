'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Props {
  id: number;
  name: string;
  /** Where to go once it is gone. */
  listHref: string;
  remove: ServerAction<{ id: number }, void>;
}

/** Deletes a picture that nothing uses. */
export function DeletePicture({ id, name, listHref, remove }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, busy, trouble, reset } = useAction(remove, {
    say: 'Đã xóa ảnh',
    refresh: false,
    done: () => router.push(listHref),
  });
  const close = () => {
    reset();
    setOpen(false);
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Xóa ảnh
      </Button>
      <ConfirmDialog
        open={open}
        title="Xóa ảnh này?"
        confirm="Xóa ảnh"
        danger
        busy={busy}
        problem={trouble?.message}
        onConfirm={() => void run({ id })}
        onCancel={close}
      >
        <p>
          Ảnh <strong>{name}</strong> cùng các tệp của ảnh bị xóa hẳn, không lấy lại được.
        </p>
      </ConfirmDialog>
    </>
  );
}
