'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Link } from '#components/ui/link.tsx';
import { say } from '#components/ui/toast.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Props {
  articleId: number;
  number: number;
  restore: ServerAction<{ id: number; number: number }, { version: number; lost: string[] }>;
}

/** Makes a revision the article's text again, after asking; tells what of it could not be found any more. */
export function RestoreButton({ articleId, number, restore }: Props) {
  const [asking, setAsking] = useState(false);
  const [lost, setLost] = useState<readonly string[]>([]);
  const { run, busy, trouble, reset } = useAction(restore, {
    done: (restored) => {
      setAsking(false);
      setLost(restored.lost);
      if (restored.lost.length === 0) say(`Đã khôi phục bản ${number} thành một bản mới`);
    },
  });
  const leave = () => {
    setAsking(false);
    reset();
  };
  return (
    <>
      <Button variant="plain" onClick={() => setAsking(true)} aria-label={`Khôi phục bản ${number}`}>
        Khôi phục
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Khôi phục bản ${number}?`}
        confirm="Khôi phục"
        busy={busy}
        problem={trouble?.message}
        onConfirm={() => void run({ id: articleId, number })}
        onCancel={leave}
      >
        <p>Bài trở lại như ở bản {number}, thành một bản mới. Bản hiện nay vẫn còn trong lịch sử.</p>
      </ConfirmDialog>
      <Dialog
        open={lost.length > 0}
        onClose={() => setLost([])}
        title={`Đã khôi phục bản ${number}, trừ vài chỗ`}
      >
        <div className="form">
          <ul className="stack-tight">
            {lost.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className="buttons buttons-end">
            <Link href={`/admin/bai-viet/${articleId}`} className="button button-primary">
              Mở bài
            </Link>
          </div>
        </div>
      </Dialog>
    </>
  );
}
