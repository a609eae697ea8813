'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusMessage } from '#components/ui/status-message.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Trouble } from '#components/ui/use-action.ts';
import type { CheckResult } from '#lib/articles/types.ts';
import { isoWithOffset, momentInVietNam, weekdayAndDay } from '#lib/site/dates.ts';
import { Findings } from './findings.tsx';
import { firstMinute, scheduleChoices } from './schedule-choices.ts';

interface Props {
  goLiveAt: Date | null;
  check: CheckResult;
  busy: boolean;
  trouble: Trouble | null;
  onConfirm: (at: string) => void;
  onField: (field: string) => void;
  onClose: () => void;
}

function problemOf(minute: string): string | undefined {
  const moment = momentInVietNam(minute);
  if (!moment) return 'Hãy chọn ngày và giờ.';
  return moment <= new Date() ? 'Giờ này đã qua; hãy chọn một giờ trong tương lai.' : undefined;
}

/** Asks for the day and hour, in Viet Nam's time wherever the browser is. */
export function ScheduleDialog({ goLiveAt, check, busy, trouble, onConfirm, onField, onClose }: Props) {
  const [minute, setMinute] = useState(() => firstMinute(goLiveAt, new Date()));
  const [problem, setProblem] = useState<string>();
  const [choices] = useState(() => scheduleChoices(new Date()));
  const moment = momentInVietNam(minute);
  const choose = (next: string) => {
    setMinute(next);
    setProblem(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(problemOf(minute));
    if (moment && !problemOf(minute)) onConfirm(isoWithOffset(moment));
  };
  const wrong = problem ?? trouble?.fields['at'];
  return (
    <Dialog open onClose={onClose} title={goLiveAt ? 'Đổi giờ hẹn' : 'Hẹn giờ xuất bản'}>
      <form className="form" onSubmit={submit} noValidate>
        <Findings title="Phải sửa trước" findings={check.stops} kind="stop" onField={onField} />
        <fieldset className="buttons" aria-label="Giờ thường dùng">
          {choices.map((choice) => (
            <Button
              key={choice.minute}
              aria-pressed={choice.minute === minute}
              onClick={() => choose(choice.minute)}
            >
              {choice.label}
            </Button>
          ))}
        </fieldset>
        <TextField
          label="Ngày và giờ"
          type="datetime-local"
          value={minute}
          onChange={choose}
          error={wrong}
          hint={moment ? `${weekdayAndDay(moment)}, giờ Việt Nam` : 'Giờ Việt Nam'}
          required
          autoFocus
        />
        {trouble && !wrong && <StatusMessage kind="danger">{trouble.message}</StatusMessage>}
        <Findings title="Nên xem lại" findings={check.warnings} kind="warning" onField={onField} />
        <div className="buttons buttons-end">
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Hẹn giờ
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
