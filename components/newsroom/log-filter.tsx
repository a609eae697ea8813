import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { LogChoice } from '#lib/audit/types.ts';

interface Props {
  choices: { people: readonly LogChoice[]; deeds: readonly LogChoice[]; subjects: readonly LogChoice[] };
  /** What is chosen now, by the fields' names. */
  chosen: Readonly<Record<string, string | number | undefined>>;
}

interface SelectProps {
  name: string;
  label: string;
  none: string;
  choices: readonly LogChoice[];
  chosen: string;
}

function Select({ name, label, none, choices, chosen }: SelectProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} name={name} className="input" defaultValue={chosen}>
          <option value="">{none}</option>
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What the log is filtered by: an ordinary form, whose fields become the page's address. */
export function LogFilter({ choices, chosen }: Props) {
  const of = (name: string) => String(chosen[name] ?? '');
  return (
    <search>
      <form action="/admin/nhat-ky" method="get" className="row log-filter" aria-label="Lọc nhật ký">
        <Select name="nguoi" label="Người" none="Mọi người" choices={choices.people} chosen={of('nguoi')} />
        <Select name="viec" label="Việc" none="Mọi việc" choices={choices.deeds} chosen={of('viec')} />
        <Select name="loai" label="Đối tượng" none="Mọi thứ" choices={choices.subjects} chosen={of('loai')} />
        <Field label="Số hiệu">
          {(wiring) => (
            <input {...wiring} name="so" type="number" min={1} className="input" defaultValue={of('so')} />
          )}
        </Field>
        <Field label="Từ ngày">
          {(wiring) => <input {...wiring} name="tu" type="date" className="input" defaultValue={of('tu')} />}
        </Field>
        <Field label="Đến ngày">
          {(wiring) => (
            <input {...wiring} name="den" type="date" className="input" defaultValue={of('den')} />
          )}
        </Field>
        <Button type="submit">Lọc</Button>
        <LinkButton href="/admin/nhat-ky" variant="plain">
          Bỏ lọc
        </LinkButton>
      </form>
    </search>
  );
}
