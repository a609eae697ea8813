'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Trouble } from '#components/ui/use-action.ts';
import { isLimited, type Role, roleNames, roles, type SectionChoice } from '#lib/staff/types.ts';

/** What an administrator says of a person. */
export interface StaffValues {
  name: string;
  email: string;
  role: Role;
  categoryIds: number[];
}

const roleChoices = roles.map((value) => ({ value, label: roleNames[value] }));

interface SectionsProps {
  sections: readonly SectionChoice[];
  chosen: readonly number[];
  error?: string | undefined;
  onChange: (chosen: number[]) => void;
}

/** The sections a limited role works in. Who has a section has those under it, too. */
function Sections({ sections, chosen, error, onChange }: SectionsProps) {
  const set = (id: number, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="field" aria-describedby={error ? 'sections-error' : undefined}>
      <legend className="field-label">Chuyên mục phụ trách</legend>
      <p className="field-hint">Giao một chuyên mục là giao cả các chuyên mục con của nó.</p>
      <div className="section-choices">
        {sections
          .filter(({ parentId }) => parentId === null)
          .map((top) => (
            <div key={top.id} className="section-group">
              <Checkbox
                label={top.name}
                checked={chosen.includes(top.id)}
                onChange={(isChosen) => set(top.id, isChosen)}
              />
              {sections
                .filter(({ parentId }) => parentId === top.id)
                .map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    label={name}
                    checked={chosen.includes(top.id) || chosen.includes(id)}
                    disabled={chosen.includes(top.id)}
                    onChange={(isChosen) => set(id, isChosen)}
                  />
                ))}
            </div>
          ))}
      </div>
      {error && (
        <p id="sections-error" className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface Props {
  initial: StaffValues | null;
  sections: readonly SectionChoice[];
  busy: boolean;
  trouble: Trouble | null;
  button: string;
  onSubmit: (values: StaffValues) => void;
  /** Further fields. */
  children?: ReactNode;
}

const nobody: StaffValues = { name: '', email: '', role: 'reporter', categoryIds: [] };

/** The fields of a person's account. */
export function StaffForm({ initial, sections, busy, trouble, button, onSubmit, children }: Props) {
  const [values, setValues] = useState(initial ?? nobody);
  const set = (part: Partial<StaffValues>) => setValues((before) => ({ ...before, ...part }));
  const errors = trouble?.fields ?? {};
  return (
    <form
      className="form accounts-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(values);
      }}
    >
      <FormErrors trouble={trouble} />
      <TextField
        label="Họ tên"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errors['name']}
        required
      />
      <TextField
        label="Email"
        hint="Dùng để đăng nhập."
        type="email"
        value={values.email}
        onChange={(email) => set({ email })}
        error={errors['email']}
        required
      />
      <SelectField
        label="Vai trò"
        value={values.role}
        onChange={(role) => set({ role: roles.find((one) => one === role) ?? values.role })}
        choices={roleChoices}
        error={errors['role']}
      />
      {isLimited(values.role) && (
        <Sections
          sections={sections}
          chosen={values.categoryIds}
          error={errors['categoryIds']}
          onChange={(categoryIds) => set({ categoryIds })}
        />
      )}
      {children}
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}
