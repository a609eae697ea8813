import { namedListPage } from '../../../../named-list-route.tsx';
import { readerRoute } from '../../../../reader-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/tag/[slug]/trang/[page]', ({ slug, page }: { slug: string; page: string }) =>
  namedListPage({ kind: 'tag', slug, page }),
);
