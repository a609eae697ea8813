import { namedListPage } from '../../named-list-route.tsx';
import { readerRoute } from '../../reader-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/chu-de/[slug]', ({ slug }: { slug: string }) =>
  namedListPage({ kind: 'topic', slug }),
);
