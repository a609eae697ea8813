'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { PasswordLink, StaffRow } from '#lib/staff/types.ts';
import { SecretLink } from './secret-link.tsx';

type ById<O> = ServerAction<{ id: number }, O>;

interface Props {
  staff: Pick<StaffRow, 'id' | 'name' | 'isDisabled' | 'hasTwoFactor'>;
  /** One does not take one's own access away. */
  isSelf: boolean;
  actions: {
    makeLink: ById<PasswordLink>;
    removeTwoFactor: ById<void>;
    disable: ById<void>;
    enable: ById<void>;
  };
}

interface ToolProps {
  id: number;
  button: string;
  title: string;
  done: string;
  action: ById<void>;
  /** What will happen. */
  children: ReactNode;
}

/** A button that asks once more. */
function Tool({ id, button, title, done, action, children }: ToolProps) {
  const [isAsking, setAsking] = useState(false);
  const { run, busy, trouble, reset } = useAction(action, { say: done, done: () => setAsking(false) });
  const close = () => {
    setAsking(false);
    reset();
  };
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {button}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={title}
        confirm={button}
        danger
        busy={busy}
        problem={trouble?.message}
        onConfirm={() => void run({ id })}
        onCancel={close}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}

/** What an administrator can do for or against an account besides changing it. */
export function StaffTools({ staff, isSelf, actions }: Props) {
  const { id, name, isDisabled, hasTwoFactor } = staff;
  const [link, setLink] = useState<PasswordLink | null>(null);
  const linking = useAction(actions.makeLink, { done: setLink, refresh: false });
  const enabling = useAction(actions.enable, { say: 'Đã mở lại tài khoản.' });
  const trouble = linking.trouble ?? enabling.trouble;
  if (isDisabled) {
    return (
      <div className="stack">
        {trouble && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
        <p>Tài khoản đang bị khóa: {name} không đăng nhập được. Những bài đã viết vẫn còn.</p>
        <div className="buttons">
          <Button busy={enabling.busy} onClick={() => void enabling.run({ id })}>
            Mở lại tài khoản
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      {trouble && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
      {link && <SecretLink link={link} name={name} />}
      <div className="buttons">
        <Button busy={linking.busy} onClick={() => void linking.run({ id })}>
          Tạo liên kết đặt mật khẩu
        </Button>
        {hasTwoFactor && (
          <Tool
            id={id}
            button="Gỡ xác thực hai bước"
            title={`Gỡ xác thực hai bước của ${name}?`}
            done="Đã gỡ xác thực hai bước."
            action={actions.removeTwoFactor}
          >
            <p>Chỉ làm khi chính người ấy nhờ. Mọi thiết bị của họ bị đăng xuất; lần sau chỉ cần mật khẩu.</p>
          </Tool>
        )}
        {!isSelf && (
          <Tool
            id={id}
            button="Khóa tài khoản"
            title={`Khóa tài khoản của ${name}?`}
            done="Đã khóa tài khoản."
            action={actions.disable}
          >
            <p>
              Người ấy bị đăng xuất ngay và không vào được nữa. Bài viết của họ ở lại; mở khóa lúc nào cũng
              được.
            </p>
          </Tool>
        )}
      </div>
    </div>
  );
}
