'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { TwoFactorOffer } from '#lib/staff/types.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TwoFactorSetup } from './two-factor-setup.tsx';

type ByPassword<O> = ServerAction<{ password: string }, O>;

interface Actions {
  beginTwoFactor: ByPassword<TwoFactorOffer>;
  confirmTwoFactor: ServerAction<{ code: string }, null>;
  endTwoFactor: ByPassword<null>;
  renewRecoveryCodes: ByPassword<string[]>;
}

interface Props {
  actions: Actions;
  /** Null: not switched on. */
  state: { recoveryCodesLeft: number } | null;
}

function SwitchOn({
  begin,
  onOffer,
}: {
  begin: Actions['beginTwoFactor'];
  onOffer: (offer: TwoFactorOffer) => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const { run, busy, trouble, reset } = useAction(begin, { done: onOffer, refresh: false });
  return (
    <>
      <p>
        Chưa bật. Khi bật, đăng nhập cần thêm một mã trên điện thoại: lộ mật khẩu thì người khác vẫn không vào
        được.
      </p>
      <div className="buttons">
        <Button onClick={() => setAsking(true)}>Bật xác thực hai bước</Button>
      </div>
      {isAsking && (
        <PasswordDialog
          title="Bật xác thực hai bước"
          confirm="Tiếp tục"
          busy={busy}
          trouble={trouble}
          onConfirm={(password) => void run({ password })}
          onCancel={() => {
            setAsking(false);
            reset();
          }}
        >
          <p>Bạn cần một ứng dụng xác thực trên điện thoại.</p>
        </PasswordDialog>
      )}
    </>
  );
}

interface OnProps {
  actions: Actions;
  left: number;
  onCodes: (codes: readonly string[]) => void;
}

function SwitchedOn({ actions, left, onCodes }: OnProps) {
  const [asking, setAsking] = useState<'off' | 'codes' | null>(null);
  const ending = useAction(actions.endTwoFactor, { say: 'Đã tắt xác thực hai bước.' });
  const renewing = useAction(actions.renewRecoveryCodes, { done: onCodes });
  const isOff = asking === 'off';
  const asked = isOff ? ending : renewing;
  return (
    <>
      <p>Đang bật. Còn {left} mã khôi phục chưa dùng.</p>
      <div className="buttons">
        <Button onClick={() => setAsking('codes')}>Tạo mã khôi phục mới</Button>
        <Button variant="danger" onClick={() => setAsking('off')}>
          Tắt xác thực hai bước
        </Button>
      </div>
      {asking && (
        <PasswordDialog
          title={isOff ? 'Tắt xác thực hai bước' : 'Tạo mã khôi phục mới'}
          confirm={isOff ? 'Tắt' : 'Tạo mã'}
          busy={asked.busy}
          trouble={asked.trouble}
          onConfirm={(password) => void asked.run({ password })}
          onCancel={() => {
            setAsking(null);
            asked.reset();
          }}
        >
          <p>
            {isOff
              ? 'Từ lần sau, chỉ cần mật khẩu là đăng nhập được.'
              : 'Các mã khôi phục cũ sẽ không dùng được nữa.'}
          </p>
        </PasswordDialog>
      )}
    </>
  );
}

/** The second factor of one's own account: switched on, off, and its recovery codes. */
export function TwoFactorPanel({ actions, state }: Props) {
  const [offer, setOffer] = useState<TwoFactorOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  if (offer) {
    return (
      <TwoFactorSetup
        offer={offer}
        confirmTwoFactor={actions.confirmTwoFactor}
        onDone={() => {
          setCodes(offer.recoveryCodes);
          setOffer(null);
        }}
        onCancel={() => setOffer(null)}
      />
    );
  }
  return state ? (
    <SwitchedOn actions={actions} left={state.recoveryCodesLeft} onCodes={setCodes} />
  ) : (
    <SwitchOn begin={actions.beginTwoFactor} onOffer={setOffer} />
  );
}
