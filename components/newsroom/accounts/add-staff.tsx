'use client';
import { useState } from 'react';
import { LinkButton } from '#components/ui/link-button.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { PasswordLink, SectionChoice } from '#lib/staff/types.ts';
import { SecretLink } from './secret-link.tsx';
import { StaffForm, type StaffValues } from './staff-form.tsx';

type Given = StaffValues & { password: string | null };

interface Props {
  addStaff: ServerAction<Given, { id: number; link: PasswordLink | null }>;
  sections: readonly SectionChoice[];
}

/** Adds a person to the newsroom; then shows how they get in. */
export function AddStaff({ addStaff, sections }: Props) {
  const [password, setPassword] = useState('');
  const [added, setAdded] = useState<{ name: string; link: PasswordLink | null } | null>(null);
  const { run, busy, trouble, errorOf } = useAction(addStaff, { refresh: false });
  const add = async (values: StaffValues) => {
    const made = await run({ ...values, password: password === '' ? null : password });
    if (made) setAdded({ name: values.name, link: made.link });
  };
  if (added) {
    return (
      <div className="stack accounts-narrow">
        <StatusMessage>Đã thêm {added.name}.</StatusMessage>
        {added.link && <SecretLink link={added.link} name={added.name} />}
        <div className="buttons">
          <LinkButton href="/admin/tai-khoan" variant="primary">
            Về danh sách
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <StaffForm
      initial={null}
      sections={sections}
      busy={busy}
      trouble={trouble}
      button="Thêm tài khoản"
      onSubmit={(values) => void add(values)}
    >
      <TextField
        label="Mật khẩu đầu tiên"
        hint="Để trống thì bạn nhận một liên kết, người ấy mở ra và tự đặt mật khẩu."
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={errorOf('password')}
      />
    </StaffForm>
  );
}
