'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { SectionFields, type SectionValues } from './section-fields.tsx';

interface Props {
  tops: readonly { id: number; name: string; path: string }[];
  create: ServerAction<SectionValues, { id: number; name: string }>;
}

const empty: SectionValues = { name: '', slug: '', description: '', parentId: null };

/** A button that opens the form for a new section. */
export function NewSection({ tops, create }: Props) {
  const [open, setOpen] = useState(false);
  // What was typed stays when the window is closed by mistake.
  const [values, setValues] = useState(empty);
  const { run, busy, trouble, errorOf } = useAction(create, {
    done: () => {
      setValues(empty);
      setOpen(false);
    },
    say: ({ name }) => `Đã thêm chuyên mục “${name}”.`,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(values);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Thêm chuyên mục
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Chuyên mục mới">
        <form className="form" onSubmit={submit} noValidate>
          <FormErrors trouble={trouble} />
          <SectionFields values={values} tops={tops} onChange={setValues} errorOf={errorOf} />
          <div className="buttons buttons-end">
            <Button onClick={() => setOpen(false)}>Thôi</Button>
            <Button type="submit" variant="primary" busy={busy}>
              Thêm
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
