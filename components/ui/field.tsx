import { type ReactNode, useId } from 'react';

/** What ties an input to its field; spread it over the input. */
export interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  /** A sentence under the label: what is expected, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong, in words that say what to do. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** How many letters there are, of how many there should be at most. */
  counter?: { count: number; most: number } | undefined;
  /** Shown instead of an id made here, where another page or script leads to the field. */
  id?: string | undefined;
}

interface Props extends FieldProps {
  children: (wiring: Wiring) => ReactNode;
}

function Counter({ id, count, most }: { id: string; count: number; most: number }) {
  return (
    <span id={id} className={count > most ? 'field-counter field-counter-over' : 'field-counter'}>
      {count}/{most}
      <span className="visually-hidden"> chữ cái</span>
    </span>
  );
}

/** A labelled place for an input, with its hint, its counter and what is wrong with it, all known to the input. */
export function Field({ label, hint, error, required, counter, id, children }: Props) {
  const made = useId();
  const own = id ?? made;
  const parts = { hint: `${own}-hint`, counter: `${own}-counter`, error: `${own}-error` };
  const described = [error && parts.error, hint && parts.hint, counter && parts.counter].filter(Boolean);
  const wiring: Wiring = {
    id: own,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  };
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={own} className="field-label">
          {label}
        </label>
        {counter && <Counter id={parts.counter} {...counter} />}
      </div>
      {children(wiring)}
      {hint && (
        <p id={parts.hint} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={parts.error} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
