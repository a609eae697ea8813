import { FrontPageGrid } from '#components/cards/front-page.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { getFrontPage } from '#lib/front/fronts.ts';
import { getMostRead } from '#lib/most-read/most-read.ts';
import { isBuilding } from '#lib/page-cache/building.ts';

export const metadata = { alternates: { canonical: '/' } };

export default async function FrontPage() {
  if (isBuilding()) return null;
  const [frame, front, mostRead] = await Promise.all([getFrame(), getFrontPage(), getMostRead(null)]);
  return (
    <ReaderPage frame={frame} variant="front">
      <FrontPageGrid front={front} mostRead={mostRead} />
    </ReaderPage>
  );
}
