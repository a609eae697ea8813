import type { Metadata } from 'next';
import { FrontPageGrid } from '#components/cards/front-page.tsx';
import { PageData } from '#components/data/page-data.tsx';
import { organization, website } from '#components/data/schema.ts';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { getFrontPage } from '#lib/front/fronts.ts';
import { getMostRead } from '#lib/most-read/most-read.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { getPaper } from '#lib/settings/paper.ts';
import { pageMetadata, shareImageOf } from './page-metadata.ts';

export async function generateMetadata(): Promise<Metadata> {
  if (isBuilding()) return {};
  const [paper, front] = await Promise.all([getPaper(), getFrontPage()]);
  return pageMetadata({
    paper,
    title: null,
    description: paper.description,
    path: '/',
    feed: { page: '/', name: paper.name },
    image: shareImageOf(front.lead?.cover ?? null),
  });
}

export default async function FrontPage() {
  if (isBuilding()) return null;
  const [frame, front, mostRead] = await Promise.all([getFrame(), getFrontPage(), getMostRead(null)]);
  return (
    <ReaderPage frame={frame} variant="front">
      <FrontPageGrid front={front} mostRead={mostRead} />
      <PageData of={[website(frame.paper), organization(frame.paper)]} />
    </ReaderPage>
  );
}
