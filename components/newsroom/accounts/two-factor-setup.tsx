'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { QrCode, TwoFactorOffer } from '#lib/staff/types.ts';

function Qr({ size, path }: QrCode) {
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="Mã QR cho ứng dụng xác thực"
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

/** The secret in groups of four, as people read it out. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

interface Props {
  offer: TwoFactorOffer;
  confirmTwoFactor: ServerAction<{ code: string }, null>;
  onDone: () => void;
  onCancel: () => void;
}

/** The secret for the authenticator app, and the first code that proves it has arrived there. */
export function TwoFactorSetup({ offer, confirmTwoFactor, onDone, onCancel }: Props) {
  const [code, setCode] = useState('');
  const { run, busy, trouble, errorOf } = useAction(confirmTwoFactor, { done: onDone });
  return (
    <form
      className="form accounts-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ code });
      }}
    >
      <p>Quét mã này bằng một ứng dụng xác thực trên điện thoại, rồi nhập sáu chữ số ứng dụng đang hiện.</p>
      <Qr {...offer.qr} />
      <p>
        Không quét được thì gõ khóa này vào ứng dụng:{' '}
        <code className="secret-text">{inGroups(offer.secret)}</code>
      </p>
      <FormErrors trouble={trouble} />
      <TextField
        label="Mã xác thực"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errorOf('code')}
        required
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          Xác nhận
        </Button>
        <Button onClick={onCancel}>Thôi</Button>
      </div>
    </form>
  );
}
