'use client';
import { type Choice, SelectField } from '#components/ui/select-field.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { slugOf } from '#lib/site/text.ts';

export interface SectionValues {
  name: string;
  /** Empty: made from the name. */
  slug: string;
  description: string;
  parentId: number | null;
}

interface Props {
  values: SectionValues;
  /** The sections of the first level, with their paths. */
  tops: readonly { id: number; name: string; path: string }[];
  /** Why it must stay where it is; left out, it can be put under another. */
  stays?: string | undefined;
  onChange: (values: SectionValues) => void;
  errorOf: (field: string) => string | undefined;
}

const slugOfName = (name: string) => slugOf(name, 'chuyen-muc');

/** The address that the form would give. */
function addressOf({ name, slug, parentId }: SectionValues, tops: Props['tops']): string {
  const parent = tops.find((top) => top.id === parentId);
  return `${parent ? `/${parent.path}` : ''}/${slugOf(slug, '') || slugOfName(name)}`;
}

/** What is said of a section, in a form. */
export function SectionFields({ values, tops, stays, onChange, errorOf }: Props) {
  const setName = (name: string) => {
    // The address goes along with the name until somebody gives it one of its own.
    const follows = values.slug === '' || values.slug === slugOfName(values.name);
    onChange({ ...values, name, slug: follows && name !== '' ? slugOfName(name) : values.slug });
  };
  const choices: Choice[] = tops.map((top) => ({ value: String(top.id), label: top.name }));
  return (
    <>
      <TextField
        label="Tên chuyên mục"
        value={values.name}
        onChange={setName}
        error={errorOf('name')}
        most={60}
        required
      />
      <TextField
        label="Địa chỉ"
        hint={`Trang của chuyên mục sẽ ở ${addressOf(values, tops)}. Địa chỉ cũ vẫn dẫn tới đây.`}
        value={values.slug}
        onChange={(slug) => onChange({ ...values, slug })}
        error={errorOf('slug')}
      />
      <SelectField
        label="Nằm trong"
        hint={stays}
        value={values.parentId === null ? '' : String(values.parentId)}
        onChange={(value) => onChange({ ...values, parentId: value === '' ? null : Number(value) })}
        choices={choices}
        none="Cấp một, trên thanh chuyên mục"
        disabled={stays !== undefined}
        error={errorOf('parentId')}
      />
      <TextArea
        label="Mô tả"
        hint="Một hai câu, máy tìm kiếm hiện dưới tên chuyên mục; để trống cũng được."
        value={values.description}
        onChange={(description) => onChange({ ...values, description })}
        error={errorOf('description')}
      />
    </>
  );
}
