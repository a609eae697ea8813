'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Trouble } from '#components/ui/use-action.ts';

interface Props {
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirm: string;
  busy: boolean;
  trouble: Trouble | null;
  onConfirm: (password: string) => void;
  onCancel: () => void;
}

/** Asks for one's password before what whoever sits down at an open browser must not do. */
export function PasswordDialog({ title, children, confirm, busy, trouble, onConfirm, onCancel }: Props) {
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // After the window has opened and taken the focus for its first button.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <Dialog open onClose={onCancel} title={title}>
      <form
        ref={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(password);
        }}
      >
        <div className="stack-tight">{children}</div>
        <FormErrors trouble={trouble} />
        <TextField
          label="Mật khẩu của bạn"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={trouble?.fields['password']}
          required
        />
        <div className="buttons buttons-end">
          <Button onClick={onCancel}>Thôi</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
