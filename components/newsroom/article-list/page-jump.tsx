import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';

interface Props {
  action: string;
  page: number;
  pages: number;
  /** The other parts of the address. */
  kept: Readonly<Record<string, string>>;
}

/** To any page of a long list, by its number. */
export function PageJump({ action, page, pages, kept }: Props) {
  if (pages <= 2) return null;
  return (
    <form action={action} method="get" className="row page-jump">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label="Đến trang">
        {(wiring) => (
          <input
            {...wiring}
            name="trang"
            type="number"
            className="input"
            min={1}
            max={pages}
            defaultValue={page}
            required
          />
        )}
      </Field>
      <Button type="submit">Đi</Button>
    </form>
  );
}
