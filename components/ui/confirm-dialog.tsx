'use client';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { StatusMessage } from './status-message.tsx';

interface Props {
  open: boolean;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The verb, on the button: "Xóa thẻ". */
  confirm: string;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  /** Why it did not work, the last time. */
  problem?: string | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks once more before what can't be taken back. */
export function ConfirmDialog(props: Props) {
  const { open, title, children, confirm, danger, busy, problem, onConfirm, onCancel } = props;
  return (
    <Dialog open={open} onClose={onCancel} title={title}>
      <div className="form">
        <div className="stack-tight">{children}</div>
        {problem && <StatusMessage kind="danger">{problem}</StatusMessage>}
        <div className="buttons buttons-end">
          <Button onClick={onCancel}>Thôi</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
