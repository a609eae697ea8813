import { FrontPageGrid } from '#components/cards/front-page.tsx';
import { PageData } from '#components/data/page-data.tsx';
import { organization, website } from '#components/data/schema.ts';
import { shareImageOf } from '#components/data/share-image.ts';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { getFrontPage } from '#lib/front/fronts.ts';
import { getMostRead } from '#lib/most-read/most-read.ts';
import { type MadePage, readerRoute } from './reader-route.tsx';

async function frontPage(): Promise<MadePage> {
  const [frame, front, mostRead] = await Promise.all([getFrame(), getFrontPage(), getMostRead(null)]);
  const { paper } = frame;
  const image = shareImageOf(front.lead?.cover ?? null);
  return {
    head: { paper, title: null, listed: { path: '/', feed: { page: '/', name: paper.name }, image } },
    body: (
      <ReaderPage frame={frame} variant="front">
        <FrontPageGrid front={front} mostRead={mostRead} />
        <PageData of={[website(paper), organization(paper)]} />
      </ReaderPage>
    ),
  };
}

export default readerRoute('/', frontPage);
