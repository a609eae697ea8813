import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type AuthorChoice, listDays, statusNames } from '#lib/articles/types.ts';
import type { CategoryChoice } from '#lib/categories/types.ts';
import { FilterSelect } from './filter-select.tsx';

interface Props {
  action: string;
  /** What is chosen now, by the fields' names. */
  chosen: Readonly<Record<string, string>>;
  sections: readonly CategoryChoice[];
  authors: { staff: readonly AuthorChoice[]; bylines: readonly AuthorChoice[] };
}

const options = (choices: readonly AuthorChoice[]) =>
  choices.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));

const named = (names: Readonly<Record<string, string>>) =>
  options(Object.entries(names).map(([value, name]) => ({ value, name })));

function Day({ name, label, chosen }: { name: string; label: string; chosen: string | undefined }) {
  return (
    <Field label={label}>
      {(wiring) => <input {...wiring} name={name} type="date" className="input" defaultValue={chosen} />}
    </Field>
  );
}

/** What the list is narrowed to: an ordinary form, whose fields become the page's address. */
export function ArticleFilter({ action, chosen, sections, authors }: Props) {
  return (
    <search>
      <form action={action} method="get" className="row article-filter" aria-label="Lọc bài viết">
        <div className="row-grow">
          <Field label="Tìm bài">
            {(wiring) => (
              <input
                {...wiring}
                name="tim"
                type="search"
                className="input"
                placeholder="Tiêu đề, có dấu hoặc không"
                maxLength={200}
                defaultValue={chosen['tim']}
              />
            )}
          </Field>
        </div>
        <FilterSelect
          name="trangthai"
          label="Trạng thái"
          none="Mọi trạng thái"
          chosen={chosen['trangthai'] ?? ''}
        >
          {named(statusNames)}
        </FilterSelect>
        <FilterSelect
          name="chuyenmuc"
          label="Chuyên mục"
          none="Mọi chuyên mục"
          chosen={chosen['chuyenmuc'] ?? ''}
        >
          {options(sections.map(({ id, label }) => ({ value: String(id), name: label })))}
        </FilterSelect>
        {authors.staff.length > 0 && (
          <FilterSelect name="tacgia" label="Tác giả" none="Mọi tác giả" chosen={chosen['tacgia'] ?? ''}>
            <optgroup label="Người trong tòa soạn">{options(authors.staff)}</optgroup>
            {authors.bylines.length > 0 && <optgroup label="Bút danh">{options(authors.bylines)}</optgroup>}
          </FilterSelect>
        )}
        <FilterSelect name="ngay" label="Theo ngày" chosen={chosen['ngay'] ?? 'sua'}>
          {named(listDays)}
        </FilterSelect>
        <Day name="tu" label="Từ ngày" chosen={chosen['tu']} />
        <Day name="den" label="Đến ngày" chosen={chosen['den']} />
        <Button type="submit" variant="primary">
          Lọc
        </Button>
        <LinkButton href={action} variant="plain" prefetch={false}>
          Bỏ lọc
        </LinkButton>
      </form>
    </search>
  );
}
