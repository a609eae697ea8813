import { readerRoute } from '../reader-route.tsx';
import { sectionPage } from '../section-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/[category]', ({ category }: { category: string }) =>
  sectionPage({ parts: [category] }),
);
