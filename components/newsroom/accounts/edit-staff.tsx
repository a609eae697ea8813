'use client';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import type { SectionChoice } from '#lib/staff/types.ts';
import { StaffForm, type StaffValues } from './staff-form.tsx';

interface Props {
  id: number;
  initial: StaffValues;
  sections: readonly SectionChoice[];
  changeStaff: ServerAction<StaffValues & { id: number }, void>;
}

/** Changes a person's name, address, role and sections. */
export function EditStaff({ id, initial, sections, changeStaff }: Props) {
  const { run, busy, trouble } = useAction(changeStaff, { say: 'Đã lưu tài khoản.' });
  return (
    <StaffForm
      initial={initial}
      sections={sections}
      busy={busy}
      trouble={trouble}
      button="Lưu"
      onSubmit={(values) => void run({ ...values, id })}
    />
  );
}
