'use client';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { StatusMessage } from '#components/ui/status-message.tsx';

interface Props {
  codes: readonly string[];
  onDone: () => void;
}

const fileOf = (codes: readonly string[]) =>
  `data:text/plain;charset=utf-8,${encodeURIComponent(`Mã khôi phục, mỗi mã dùng một lần:\n\n${codes.join('\n')}\n`)}`;

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  return (
    <div className="stack">
      <StatusMessage kind="warning">
        Hãy cất các mã khôi phục này ở nơi an toàn, ngoài máy này. Chúng chỉ hiện một lần; mỗi mã thay được
        điện thoại một lần đăng nhập.
      </StatusMessage>
      <ul className="recovery-codes" aria-label="Mã khôi phục">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <a className={buttonClass('quiet')} href={fileOf(codes)} download="ma-khoi-phuc.txt">
          Tải về thành tệp
        </a>
        <Button variant="primary" onClick={onDone}>
          Đã cất xong
        </Button>
      </div>
    </div>
  );
}
