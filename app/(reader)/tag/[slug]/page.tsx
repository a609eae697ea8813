import { namedListPage } from '../../named-list-route.tsx';
import { readerRoute } from '../../reader-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/tag/[slug]', ({ slug }: { slug: string }) =>
  namedListPage({ kind: 'tag', slug }),
);
