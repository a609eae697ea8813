import type { ReactNode } from 'react';
import { SearchBox } from './search-box.tsx';

interface Props {
  status: 404 | 410;
  title: string;
  children: ReactNode;
}

/** Instead of a page: why there is none, and the ways on. */
export function Notice({ status, title, children }: Props) {
  return (
    <div className="notice">
      <p className="label-plain">{status}</p>
      <h1>{title}</h1>
      <p>{children}</p>
      <SearchBox id="tim-tiep" />
      <p>
        <a href="/">Về trang nhất</a>
      </p>
    </div>
  );
}
