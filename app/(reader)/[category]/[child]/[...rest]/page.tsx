import { NotFound, notFoundMetadata } from '../../../notices.tsx';

interface Props {
  params: Promise<{ category: string; child: string; rest: string[] }>;
}

export const generateStaticParams = () => [];

export const metadata = notFoundMetadata;

/** Addresses deeper than any of ours: not found, in the paper's own dress. */
export default async function UnknownAddress({ params }: Props) {
  const { category, child, rest } = await params;
  return <NotFound path={`/${[category, child, ...rest].join('/')}`} />;
}
