import type { Metadata } from 'next';
import { LogFilter } from '#components/newsroom/log-filter.tsx';
import { LogTable } from '#components/newsroom/log-table.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listDeeds, listLogChoices, logFilter } from '#lib/audit/list.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Nhật ký' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The address of a page of the log with the same filters. */
function pageHref(filter: Record<string, string | number | undefined>, page: number): string {
  const set = Object.entries({ ...filter, trang: page > 1 ? page : undefined });
  const query = new URLSearchParams(set.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));
  return `/admin/nhat-ky?${query}`;
}

export default async function LogPage({ searchParams }: Props) {
  const filter = logFilter.parse(await searchParams);
  const actor = await signedIn(pageHref(filter, filter.trang ?? 1), 'audit.read');
  const [{ deeds, hasMore }, choices] = await Promise.all([listDeeds(actor, filter), listLogChoices(actor)]);
  return (
    <>
      <PageHead title="Nhật ký" />
      <div className="stack">
        {/* Another address, another form: what was chosen before must not stay in its fields. */}
        <LogFilter key={pageHref(filter, 1)} choices={choices} chosen={filter} />
        <LogTable deeds={deeds} />
      </div>
      <Pager page={filter.trang ?? 1} hasMore={hasMore} hrefOf={(page) => pageHref(filter, page)} />
    </>
  );
}
