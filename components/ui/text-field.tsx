'use client';
import type { ComponentProps, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './field.tsx';

type Own<T> = Omit<T, keyof FieldProps | 'onChange' | 'value'>;

interface Typed extends Omit<FieldProps, 'counter'> {
  value: string;
  onChange: (value: string) => void;
  /** Counts the letters against this many; typing goes on beyond it. */
  most?: number | undefined;
}

const counterOf = (value: string, most: number | undefined) =>
  most === undefined ? undefined : { count: value.normalize('NFC').length, most };

/** One line of text with its label. */
export function TextField(props: Typed & Own<ComponentProps<'input'>>) {
  const { label, hint, error, required, id, value, onChange, most, ...input } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      required={required}
      id={id}
      counter={counterOf(value, most)}
    >
      {(wiring) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text with their label; the box grows with them. */
export function TextArea(props: Typed & Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { label, hint, error, required, id, value, onChange, most, ...input } = props;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      required={required}
      id={id}
      counter={counterOf(value, most)}
    >
      {(wiring) => (
        <textarea
          rows={3}
          {...input}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
