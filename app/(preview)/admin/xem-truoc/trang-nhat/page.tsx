import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontPageGrid } from '#components/cards/front-page.tsx';
import { ReaderPage } from '#components/site/reader-page.tsx';
import { SectionFront } from '#components/site/section-front.tsx';
import { getFrame } from '#lib/front/frame.ts';
import { type DraftPage, previewFront, readDraft } from '#lib/front/preview.ts';
import { getMostRead } from '#lib/most-read/most-read.ts';
import { problemAnswer } from '#lib/site/answer.ts';
import { frontPreviewPath } from '#lib/site/urls.ts';
import { requireActor } from '#lib/staff/session.ts';
import type { Actor } from '#lib/staff/types.ts';

export const metadata: Metadata = { title: 'Xem trước' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function readPage(actor: Actor, draft: ReturnType<typeof readDraft>): Promise<DraftPage> {
  try {
    return await previewFront(actor, draft);
  } catch (error) {
    // Only what is no problem of the person's own is thrown on.
    problemAnswer(error);
    notFound();
  }
}

/** A front with pins that are not saved yet, as readers would have it. */
export default async function FrontPreviewPage({ searchParams }: Props) {
  const draft = readDraft(await searchParams);
  const actor = await requireActor(frontPreviewPath(draft.categoryId, draft.pins));
  const page = await readPage(actor, draft);
  const isSection = page.is === 'section';
  const [frame, mostRead] = await Promise.all([getFrame(), getMostRead(isSection ? page.section.id : null)]);
  if (isSection) {
    return <SectionFront section={page.section} list={page.list} mostRead={mostRead} frame={frame} />;
  }
  return (
    <ReaderPage frame={frame} variant="front">
      <FrontPageGrid front={page.front} mostRead={mostRead} />
    </ReaderPage>
  );
}
