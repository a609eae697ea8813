import { placeholder } from '#lib/page-cache/building.ts';
import { NotFound, notFoundMetadata } from '../../../notices.tsx';

export const generateStaticParams = () => [
  { category: placeholder, child: placeholder, rest: [placeholder] },
];

export const metadata = notFoundMetadata;

/** Addresses deeper than any of ours: not found, in the paper's own dress. */
export default function UnknownAddress() {
  return <NotFound />;
}
