import type { NamedList } from '#lib/articles/types.ts';
import type { SectionLink } from '#lib/categories/types.ts';
import { ListPage } from './list-page.tsx';
import { ReaderPage } from './reader-page.tsx';

interface Props {
  kind: string;
  list: NamedList;
  base: string;
  sections: SectionLink[];
  today: Date;
}

/** The articles gathered under a tag, a running story or a byline. */
export function NamedListPage({ kind, list, base, sections, today }: Props) {
  return (
    <ReaderPage sections={sections} today={today}>
      <ListPage kind={kind} title={list.name} description={list.description} list={list} base={base} />
    </ReaderPage>
  );
}
