'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Props {
  begin: ServerAction<Record<string, never>, { id: number }>;
}

/** Begins an article and leads to it. Opening an address changes nothing: it is this page's script that asks for it. */
export function BeginArticle({ begin }: Props) {
  const router = useRouter();
  const { run, busy, trouble } = useAction(begin, {
    refresh: false,
    done: ({ id }) => router.replace(`/admin/bai-viet/${id}`),
  });
  const start = useRef(() => void run({}));
  useEffect(() => start.current(), []);
  return (
    <div className="stack">
      <h1>Bài mới</h1>
      {trouble ? (
        <>
          <StatusMessage kind="danger">{trouble.message}</StatusMessage>
          <div className="buttons">
            <Button variant="primary" busy={busy} onClick={() => void run({})}>
              Thử lại
            </Button>
          </div>
        </>
      ) : (
        <p role="status">
          <Spinner /> Đang mở trang viết…
        </p>
      )}
    </div>
  );
}
