import { notFoundPage } from '../../../notices.tsx';
import { readerRoute } from '../../../reader-route.tsx';

export const generateStaticParams = () => [];

/** Addresses deeper than any of ours: not found, in the paper's own dress. */
export default readerRoute(
  '/[category]/[child]/[...rest]',
  ({ category, child, rest }: { category: string; child: string; rest: string[] }) =>
    notFoundPage(`/${[category, child, ...rest].join('/')}`),
);
