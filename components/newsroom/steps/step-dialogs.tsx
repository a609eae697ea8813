'use client';
import type { Standing } from '#lib/articles/types.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import type { StepActions } from './step-actions.ts';
import type { Steps } from './use-steps.ts';

/** The steps that ask for something first. */
export const askingSteps = ['sendBack', 'withdraw', 'schedule'] as const;
export type AskingStep = (typeof askingSteps)[number];

interface Props {
  open: AskingStep | null;
  standing: Standing;
  actions: StepActions;
  steps: Steps;
  onField: (field: string) => void;
  onClose: () => void;
}

/** The window of the step that asks for a reason or an hour. */
export function StepDialogs({ open, standing, actions, steps, onField, onClose }: Props) {
  const { press, busy, tried, trouble } = steps;
  const { sendBack, withdraw, schedule } = actions.steps;
  const common = { busy: busy === open, trouble: tried === open ? trouble : null, onClose };
  if (open === 'sendBack') {
    return (
      <ReasonDialog
        {...common}
        title="Trả lại bài"
        intro="Bài trở về nháp của người viết, với lý do này ở đầu bài."
        confirm="Trả lại"
        onConfirm={(reason) => press({ step: 'sendBack', send: (asked) => sendBack({ ...asked, reason }) })}
      />
    );
  }
  if (open === 'withdraw') {
    return (
      <ReasonDialog
        {...common}
        title="Gỡ bài khỏi trang báo"
        intro="Độc giả sẽ thấy lời báo “Bài viết này đã được gỡ”. Lý do chỉ tòa soạn đọc được."
        confirm="Gỡ bài"
        danger
        onConfirm={(reason) => press({ step: 'withdraw', send: (asked) => withdraw({ ...asked, reason }) })}
      />
    );
  }
  if (open !== 'schedule') return null;
  const { article, check } = standing;
  return (
    <ScheduleDialog
      {...common}
      goLiveAt={article.goLiveAt}
      check={check}
      onField={(field) => {
        onClose();
        onField(field);
      }}
      onConfirm={(at) => press({ step: 'schedule', send: (asked) => schedule({ ...asked, at }) })}
    />
  );
}
