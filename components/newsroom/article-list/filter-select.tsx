import type { ReactNode } from 'react';
import { Field } from '#components/ui/field.tsx';

interface Props {
  name: string;
  label: string;
  chosen: string;
  /** What is not narrowed at all is called; left out, one of the choices always holds. */
  none?: string;
  /** The options. */
  children: ReactNode;
}

/** A choice of a form that becomes the page's address. */
export function FilterSelect({ name, label, chosen, none, children }: Props) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} name={name} className="input" defaultValue={chosen}>
          {none !== undefined && <option value="">{none}</option>}
          {children}
        </select>
      )}
    </Field>
  );
}
