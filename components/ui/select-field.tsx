'use client';
import { Field, type FieldProps } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

interface Props extends Omit<FieldProps, 'counter'> {
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
  /** What stands there while nothing is chosen, with the value ''; left out, nothing is no choice. */
  none?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
}

/** A choice out of a short list that is known beforehand. */
export function SelectField({
  label,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  choices,
  none,
  ...rest
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required} id={id}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
