import { readerRoute } from '../../../reader-route.tsx';
import { searchPage } from '../../../search-route.tsx';

export const generateStaticParams = () => [];

export default readerRoute('/tim/[packed]/[page]', ({ packed, page }: { packed: string; page: string }) =>
  searchPage({ packed, page }),
);
