'use client';
import { useEffect, useRef } from 'react';
import type { Trouble } from './use-action.ts';

interface Props {
  trouble: Trouble | null;
  /** Labels of fields whose errors stand beside no field on this form, so that none is lost. */
  unseen?: Readonly<Record<string, string>> | undefined;
}

/** Why a form was not taken, over its fields; the focus goes there, so that it is read out and can't be missed. */
export function FormErrors({ trouble, unseen = {} }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) ref.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  const lines = Object.entries(trouble.fields).filter(([field]) => field in unseen);
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="form-errors status-danger">
      <p>{trouble.message}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map(([field, message]) => (
            <li key={field}>
              {unseen[field]}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
