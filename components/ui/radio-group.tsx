'use client';
import { type ReactNode, useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: ReactNode }[];
  error?: string | undefined;
  /** Beside each other instead of under each other. */
  inRow?: boolean | undefined;
}

/** A choice out of a few, all of them to be seen. */
export function RadioGroup({ label, value, onChange, choices, error, inRow }: Props) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{label}</legend>
      <div className={inRow ? 'choices-row' : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
