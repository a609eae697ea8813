'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { say } from '#components/ui/toast.tsx';
import { useAction } from '#components/ui/use-action.ts';
import { type PreviewHours, previewHours } from '#lib/articles/types.ts';
import { dateAndTime } from '#lib/site/dates.ts';
import type { StepActions } from './step-actions.ts';

interface Props {
  id: number;
  saveNow: () => Promise<boolean>;
  previewLink: StepActions['previewLink'];
}

const hourNames: Record<PreviewHours, string> = { 24: '24 giờ', 72: '3 ngày', 168: '7 ngày' };
const choices = previewHours.map((hours) => ({ value: String(hours), label: hourNames[hours] }));
const hoursOf = (value: string) => previewHours.find((hours) => String(hours) === value) ?? previewHours[0];

function Link({ url, until }: { url: string; until: Date }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      say('Đã chép liên kết.');
    } catch {
      // Without https a browser gives no clipboard; the address is selected at a click.
      say('Hãy bôi đen liên kết rồi chép.');
    }
  };
  return (
    <div className="row">
      <div className="row-grow">
        <Field label="Liên kết" hint={`Dùng được đến ${dateAndTime(until)}.`}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              readOnly
              value={url}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </div>
      <Button onClick={copy}>Chép</Button>
    </div>
  );
}

/** A link for somebody without an account to read the article before readers do. */
export function SharePreview({ id, saveNow, previewLink }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [hours, setHours] = useState<PreviewHours>(previewHours[0]);
  const [made, setMade] = useState<{ url: string; until: Date } | null>(null);
  const { run, busy, trouble, reset } = useAction(previewLink, { done: setMade, refresh: false });
  const close = () => {
    setOpen(false);
    setMade(null);
    reset();
  };
  const make = async () => {
    // What was typed last is to be in it; where it can't be saved, the saving says so itself.
    await saveNow();
    await run({ id, hours });
  };
  return (
    <>
      <Button variant="plain" onClick={() => setOpen(true)}>
        Gửi xem trước
      </Button>
      <Dialog open={isOpen} onClose={close} title="Liên kết xem trước">
        <div className="form">
          <p>Ai có liên kết đều đọc được bài như đang viết, không cần tài khoản, cho tới khi hết hạn.</p>
          <RadioGroup
            label="Thời hạn"
            value={String(hours)}
            onChange={(value) => {
              setHours(hoursOf(value));
              setMade(null);
            }}
            choices={choices}
            inRow
          />
          {trouble && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
          {made ? (
            <Link {...made} />
          ) : (
            <div className="buttons buttons-end">
              <Button onClick={close}>Thôi</Button>
              <Button variant="primary" busy={busy} onClick={make}>
                Tạo liên kết
              </Button>
            </div>
          )}
        </div>
      </Dialog>
    </>
  );
}
