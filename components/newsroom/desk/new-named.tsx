'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { atStart, type KindWords } from './kind-words.ts';

interface Props {
  words: KindWords;
  create: ServerAction<{ name: string }, { id: number; name: string }>;
}

/** A line to add one more by its name. */
export function NewNamed({ words, create }: Props) {
  const [name, setName] = useState('');
  const { run, busy, trouble, errorOf } = useAction(create, {
    done: () => setName(''),
    say: (made) => `Đã thêm ${words.one} “${made.name}”.`,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ name });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {trouble && !errorOf('name') && <FormErrors trouble={trouble} />}
      <div className="row">
        <div className="row-grow">
          <TextField
            label={`${atStart(words.one)} mới`}
            value={name}
            onChange={setName}
            error={errorOf('name')}
            required
          />
        </div>
        <Button type="submit" variant="primary" busy={busy}>
          Thêm {words.one}
        </Button>
      </div>
    </form>
  );
}
