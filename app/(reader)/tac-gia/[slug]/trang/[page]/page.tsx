import { namedListPage } from '../../../../named-list-route.tsx';
import { readerRoute } from '../../../../reader-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/tac-gia/[slug]/trang/[page]', ({ slug, page }: { slug: string; page: string }) =>
  namedListPage({ kind: 'byline', slug, page }),
);
