'use client';
import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { say } from '#components/ui/toast.tsx';
import { dateAndTime } from '#lib/site/dates.ts';
import type { PasswordLink } from '#lib/staff/types.ts';

interface Props {
  link: PasswordLink;
  /** Who it is for. */
  name: string;
}

/** A link to be handed to somebody, shown this once. */
export function SecretLink({ link, name }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      say('Đã chép liên kết.');
    } catch {
      say('Trình duyệt không cho chép tự động: liên kết đã được bôi chọn, hãy bấm Ctrl+C.');
    }
  };
  return (
    <div className="row">
      <div className="row-grow">
        <Field
          label="Liên kết đặt mật khẩu"
          hint={`Gửi riêng cho ${name}. Chỉ hiện lần này, dùng được một lần, đến ${dateAndTime(link.expiresAt)}.`}
        >
          {(wiring) => (
            <input
              {...wiring}
              ref={box}
              className="input"
              readOnly
              value={link.url}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </div>
      <Button onClick={() => void copy()}>Chép liên kết</Button>
    </div>
  );
}
