import { namedListPage } from '../../named-list-route.tsx';
import { readerRoute } from '../../reader-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/tac-gia/[slug]', ({ slug }: { slug: string }) =>
  namedListPage({ kind: 'byline', slug }),
);
