import { readerRoute } from '../../../reader-route.tsx';
import { sectionPage } from '../../../section-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute(
  '/[category]/trang/[page]',
  ({ category, page }: { category: string; page: string }) => sectionPage({ parts: [category], page }),
);
