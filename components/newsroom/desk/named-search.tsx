import Form from 'next/form';
import { buttonClass } from '#components/ui/button-class.ts';
import type { NamedOrder } from '#lib/named/types.ts';
import type { KindWords } from './kind-words.ts';

const orders: Record<NamedOrder, string> = {
  ten: 'Theo tên',
  'nhieu-bai': 'Nhiều bài nhất',
  'it-bai': 'Ít bài nhất',
};

interface Props {
  words: KindWords;
  query: string;
  order: NamedOrder;
}

/** Finds by name, marks and capitals aside, and sets the order; works without script. */
export function NamedSearch({ words, query, order }: Props) {
  return (
    <Form action={words.base} className="row" role="search" aria-label={`Tìm ${words.one}`}>
      <div className="field row-grow">
        <label htmlFor="tim-ten" className="field-label">
          Tìm theo tên
        </label>
        <input id="tim-ten" name="q" type="search" className="input" defaultValue={query} key={query} />
      </div>
      <div className="field">
        <label htmlFor="sap-xep" className="field-label">
          Sắp xếp
        </label>
        <select id="sap-xep" name="xep" className="input" defaultValue={order} key={order}>
          {Object.entries(orders).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className={buttonClass('quiet')}>
        Tìm
      </button>
    </Form>
  );
}
