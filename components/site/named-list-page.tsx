import type { NamedList } from '#lib/articles/types.ts';
import type { Frame } from '#lib/front/types.ts';
import { ListPage } from './list-page.tsx';
import { ReaderPage } from './reader-page.tsx';

interface Props {
  kind: string;
  list: NamedList;
  base: string;
  frame: Frame;
}

/** The articles gathered under a tag, a running story or a byline. */
export function NamedListPage({ kind, list, base, frame }: Props) {
  return (
    <ReaderPage frame={frame}>
      <ListPage kind={kind} title={list.name} description={list.description} list={list} base={base} />
    </ReaderPage>
  );
}
