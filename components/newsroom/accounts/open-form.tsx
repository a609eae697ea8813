'use client';
import { type InputHTMLAttributes, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import type { Answer, FormAnswer } from '#lib/site/answer.ts';

// Forms for people who are not signed in. Their fields keep what was typed before the page's script arrived, and the
// forms work without it.

/** An action behind such a form, in React's order: what it answered last, and the fields. */
export type FormAction<O> = (before: FormAnswer<O> | null, form: FormData) => Promise<FormAnswer<O>>;

/** The answer, if it tells of something wrong. */
const troubleOf = <O,>(answer: Answer<O> | null) => (answer && !answer.ok ? answer : null);

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  label: string;
  hint?: ReactNode;
  name: string;
  error?: string | undefined;
}

/** A field that the form's own data is read from. With `autoFocus`, the focus goes there when it appears. */
export function OpenField({ label, hint, error, autoFocus, ...input }: FieldProps) {
  const box = useRef<HTMLInputElement>(null);
  // Not by the attribute: a window that opens takes the focus after React has given it.
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);
  return (
    <Field label={label} hint={hint} error={error} required={input.required}>
      {(wiring) => <input {...input} {...wiring} ref={box} className="input" />}
    </Field>
  );
}

interface FormProps<O> {
  action: (form: FormData) => void;
  answer: Answer<O> | null;
  busy: boolean;
  button: string;
  children: ReactNode;
}

export function OpenForm<O>({ action, answer, busy, button, children }: FormProps<O>) {
  return (
    <form className="form" action={action}>
      <FormErrors trouble={troubleOf(answer)} />
      {children}
      <Button type="submit" variant="primary" busy={busy}>
        {button}
      </Button>
    </form>
  );
}
