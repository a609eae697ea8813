'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useAction } from '#components/ui/use-action.ts';
import type { StepActions } from './step-actions.ts';

/** "Xóa nháp", asked once more; then the list of articles. */
export function ThrowAway({ id, throwAway }: { id: number; throwAway: StepActions['throwAway'] }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { run, busy, trouble, reset } = useAction(throwAway, {
    say: 'Đã xóa bài nháp.',
    refresh: false,
    done: () => router.push('/admin/bai-viet'),
  });
  return (
    <>
      <Button variant="plain" onClick={() => setOpen(true)}>
        Xóa nháp
      </Button>
      <ConfirmDialog
        open={isOpen}
        title="Xóa bài nháp này?"
        confirm="Xóa nháp"
        danger
        busy={busy}
        problem={trouble?.message}
        onConfirm={() => run({ id })}
        onCancel={() => {
          setOpen(false);
          reset();
        }}
      >
        <p>Bài và các bản lưu của nó mất hẳn, không lấy lại được. Nhật ký giữ lại tiêu đề và sapo.</p>
      </ConfirmDialog>
    </>
  );
}
