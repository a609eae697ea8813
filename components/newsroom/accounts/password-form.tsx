'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Props {
  changePassword: ServerAction<{ current: string; next: string }, void>;
}

/** Changes one's own password. */
export function PasswordForm({ changePassword }: Props) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { run, busy, trouble, errorOf } = useAction(changePassword, {
    say: 'Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất.',
    done: () => {
      setCurrent('');
      setNext('');
    },
  });
  return (
    <form
      className="form accounts-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ current, next });
      }}
    >
      <FormErrors trouble={trouble} />
      <TextField
        label="Mật khẩu hiện tại"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={errorOf('current')}
        required
      />
      <TextField
        label="Mật khẩu mới"
        hint="Ít nhất 12 ký tự; vài từ ghép lại là được."
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={errorOf('next')}
        required
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          Đổi mật khẩu
        </Button>
      </div>
    </form>
  );
}
