import { readerRoute } from '../../../../reader-route.tsx';
import { sectionPage } from '../../../../section-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute(
  '/[category]/[child]/trang/[page]',
  ({ category, child, page }: { category: string; child: string; page: string }) =>
    sectionPage({ parts: [category, child], page }),
);
