import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

interface Props {
  base: string;
  filter: {
    query: string;
    uploadedById?: number | undefined;
    from?: string | undefined;
    to?: string | undefined;
  };
  uploaders: readonly { id: number; name: string }[];
}

/** What the store is narrowed down by; an ordinary form, so that the address can be kept and sent on. */
export function PictureFilter({ base, filter, uploaders }: Props) {
  const { query, uploadedById, from, to } = filter;
  const isNarrow = query !== '' || uploadedById !== undefined || from !== undefined || to !== undefined;
  return (
    <search>
      <form action={base} method="get" className="row" key={JSON.stringify(filter)}>
        <div className="row-grow">
          <Field label="Tìm ảnh" id="tim-anh">
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="search"
                name="q"
                defaultValue={query}
                placeholder="Tên, chú thích, nguồn ảnh"
              />
            )}
          </Field>
        </div>
        <Field label="Người tải lên">
          {(wiring) => (
            <select {...wiring} className="input" name="nguoi" defaultValue={uploadedById ?? ''}>
              <option value="">Tất cả</option>
              {uploaders.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Từ ngày">
          {(wiring) => <input {...wiring} className="input" type="date" name="tu" defaultValue={from} />}
        </Field>
        <Field label="Đến ngày">
          {(wiring) => <input {...wiring} className="input" type="date" name="den" defaultValue={to} />}
        </Field>
        <Button type="submit" variant="primary">
          Tìm
        </Button>
        {isNarrow && <LinkButton href={base}>Bỏ lọc</LinkButton>}
      </form>
    </search>
  );
}
