'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { SectionFields, type SectionValues } from './section-fields.tsx';

interface Props {
  id: number;
  initial: SectionValues;
  tops: readonly { id: number; name: string; path: string }[];
  hasChildren: boolean;
  edit: ServerAction<SectionValues & { id: number; was: SectionValues }, SectionValues>;
}

/** A section's own form. */
export function EditSection({ id, initial, tops, hasChildren, edit }: Props) {
  const [was, setWas] = useState(initial);
  const [values, setValues] = useState(initial);
  const { run, busy, trouble, errorOf } = useAction(edit, {
    done: (kept) => {
      setWas(kept);
      setValues(kept);
    },
    say: ({ name }) => `Đã lưu chuyên mục “${name}”.`,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ id, ...values, was });
  };
  return (
    <form className="form form-narrow" onSubmit={submit} noValidate>
      <FormErrors trouble={trouble} />
      <SectionFields
        values={values}
        tops={tops}
        stays={hasChildren ? 'Chuyên mục có mục con thì ở cấp một.' : undefined}
        onChange={setValues}
        errorOf={errorOf}
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          Lưu
        </Button>
      </div>
    </form>
  );
}
