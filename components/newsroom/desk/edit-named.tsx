'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';
import { atStart, type KindWords } from './kind-words.ts';

interface Values {
  name: string;
  text: string;
}

interface Props {
  id: number;
  words: KindWords;
  initial: Values;
  edit: ServerAction<Values & { id: number; was: Values }, Values>;
}

/** Name and text of a tag or a running story. */
export function EditNamed({ id, words, initial, edit }: Props) {
  const [was, setWas] = useState(initial);
  const [values, setValues] = useState(initial);
  const { run, busy, trouble, errorOf } = useAction(edit, {
    done: ({ name, text }) => {
      setWas({ name, text });
      setValues({ name, text });
    },
    say: ({ name }) => `Đã lưu ${words.one} “${name}”.`,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ id, ...values, was });
  };
  return (
    <form className="form form-narrow" onSubmit={submit} noValidate>
      <FormErrors trouble={trouble} />
      <TextField
        label={`Tên ${words.one}`}
        hint="Đổi tên thì địa chỉ đổi theo; địa chỉ cũ vẫn dẫn tới đây."
        value={values.name}
        onChange={(name) => setValues({ ...values, name })}
        error={errorOf('name')}
        most={words.longest}
        required
      />
      <TextArea
        label={atStart(words.text)}
        hint={words.textHint}
        value={values.text}
        onChange={(text) => setValues({ ...values, text })}
        error={errorOf('text')}
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          Lưu
        </Button>
      </div>
    </form>
  );
}
