import { notFound } from 'next/navigation';
import { placeholder } from '#lib/page-cache/building.ts';

export const generateStaticParams = () => [
  { category: placeholder, child: placeholder, rest: [placeholder] },
];

/** Addresses deeper than any of ours: not found, in the paper's own dress. */
export default function UnknownAddress() {
  notFound();
}
