'use client';
import type { Trouble } from '#components/ui/use-action.ts';
import { Findings } from './findings.tsx';

interface Props {
  trouble: Trouble;
  onField: (field: string) => void;
}

/** Why a step could not be taken, each reason leading to the field where it is mended. */
export function StepTrouble({ trouble: { message, fields }, onField }: Props) {
  const findings = Object.entries(fields).map(([field, text]) => ({ field, message: text }));
  return (
    <div role="alert" className="status-danger">
      {findings.length === 0 ? (
        <p>{message}</p>
      ) : (
        <Findings title="Chưa làm được vì:" findings={findings} kind="stop" onField={onField} />
      )}
    </div>
  );
}
