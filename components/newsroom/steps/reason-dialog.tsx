'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import type { Trouble } from '#components/ui/use-action.ts';

interface Props {
  title: string;
  intro: string;
  /** The verb, on the button. */
  confirm: string;
  danger?: boolean;
  busy: boolean;
  trouble: Trouble | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, before a step that somebody will want to know the reason of. */
export function ReasonDialog({ title, intro, confirm, danger, busy, trouble, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') onConfirm(reason);
  };
  const wrong = isMissing && reason.trim() === '' ? 'Hãy ghi lý do.' : trouble?.fields['reason'];
  return (
    <Dialog open onClose={onClose} title={title}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{intro}</p>
        <TextArea
          label="Lý do"
          value={reason}
          onChange={setReason}
          most={500}
          error={wrong}
          required
          autoFocus
        />
        {trouble && !wrong && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
        <div className="buttons buttons-end">
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
