'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { type ServerAction, useAction } from '#components/ui/use-action.ts';

interface Values {
  name: string;
  text: string;
  staffId: number | null;
  picture: string;
}

interface Props {
  id: number;
  initial: Values;
  /** The members of staff, by their numbers. */
  signers: readonly Choice[];
  edit: ServerAction<Values & { id: number; was: Values }, Values>;
}

/** A byline: its name, who signs with it, what is said of the writer. */
export function EditByline({ id, initial, signers, edit }: Props) {
  const [was, setWas] = useState(initial);
  const [values, setValues] = useState(initial);
  const { run, busy, trouble, errorOf } = useAction(edit, {
    done: (kept) => {
      setWas(kept);
      setValues(kept);
    },
    say: ({ name }) => `Đã lưu bút danh “${name}”.`,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ id, ...values, was });
  };
  const set = (changed: Partial<Values>) => setValues({ ...values, ...changed });
  return (
    <form className="form form-narrow" onSubmit={submit} noValidate>
      <FormErrors trouble={trouble} />
      <TextField
        label="Tên bút danh"
        hint="Đổi tên thì địa chỉ đổi theo; địa chỉ cũ vẫn dẫn tới đây."
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
        most={100}
        required
      />
      <SelectField
        label="Người ký"
        hint="Người trong tòa soạn dùng bút danh này; một người có thể có nhiều bút danh."
        value={values.staffId === null ? '' : String(values.staffId)}
        onChange={(value) => set({ staffId: value === '' ? null : Number(value) })}
        choices={signers}
        none="Không gắn với tài khoản nào"
        error={errorOf('staffId')}
      />
      <TextArea
        label="Tiểu sử"
        hint="Vài câu về người viết, hiện ở trang tác giả; để trống cũng được."
        value={values.text}
        onChange={(text) => set({ text })}
        error={errorOf('text')}
      />
      <TextField
        label="Mã ảnh chân dung"
        hint="Mã của ảnh ở trang Ảnh; để trống cũng được."
        value={values.picture}
        onChange={(picture) => set({ picture })}
        error={errorOf('picture')}
      />
      <div className="buttons">
        <Button type="submit" variant="primary" busy={busy}>
          Lưu
        </Button>
      </div>
    </form>
  );
}
