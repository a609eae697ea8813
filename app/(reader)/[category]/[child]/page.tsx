import { readerRoute } from '../../reader-route.tsx';
import { sectionPage } from '../../section-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute(
  '/[category]/[child]',
  ({ category, child }: { category: string; child: string }) => sectionPage({ parts: [category, child] }),
);
