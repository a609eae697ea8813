'use client';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { PendingPicture } from './pending-pictures.ts';

interface Props {
  name: string;
  pending: PendingPicture;
  onRetry: () => void;
  onCancel: () => void;
}

function stateText({ state, progress }: PendingPicture): string {
  switch (state) {
    case 'waiting':
      return 'Đang chờ';
    case 'sending':
      return `Đang tải ${Math.floor(progress * 100)}%`;
    case 'offline':
      return 'Mất mạng, sẽ tự tải tiếp';
    case 'finishing':
    case 'done':
      return 'Đang xử lý ảnh';
    case 'failed':
      return 'Không nhận được';
  }
}

/** A picture on its way: how far it is, or what is wrong with it. */
export function PendingNote({ name, pending, onRetry, onCancel }: Props) {
  const isGoing = pending.state !== 'failed';
  return (
    <div className="pending-note">
      <p role="status">
        <span className="pending-name">{name}</span> <span className="small">{stateText(pending)}</span>
      </p>
      {isGoing && (
        <ProgressBar
          label={`Tiến độ tải ${name}`}
          {...(pending.state === 'finishing' ? {} : { value: pending.progress })}
        />
      )}
      {pending.problem && (
        <p className="field-error" role="alert">
          {pending.problem}
        </p>
      )}
      <div className="buttons">
        {pending.again && <Button onClick={onRetry}>Thử lại</Button>}
        <Button variant="plain" onClick={onCancel}>
          {isGoing ? 'Hủy' : 'Bỏ'}
        </Button>
      </div>
    </div>
  );
}
