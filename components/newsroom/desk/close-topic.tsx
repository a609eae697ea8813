'use client';
import { Button } from '#components/ui/button.tsx';
import { say } from '#components/ui/toast.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Props {
  id: number;
  isClosed: boolean;
  close: ServerAction<{ id: number; closed: boolean }, { name: string }>;
}

/** Closes a running story or opens it again. */
export function CloseTopic({ id, isClosed, close }: Props) {
  const { run, busy, trouble } = useAction(close, {
    done: ({ name }) => say(isClosed ? `Đã mở lại “${name}”.` : `Đã khép lại “${name}”.`),
  });
  return (
    <>
      {trouble && (
        <p role="alert" className="field-error">
          {trouble.message}
        </p>
      )}
      <Button busy={busy} onClick={() => void run({ id, closed: !isClosed })}>
        {isClosed ? 'Mở lại sự kiện' : 'Khép lại sự kiện'}
      </Button>
    </>
  );
}
