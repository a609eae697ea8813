import { ArticleView } from '#components/article/article-view.tsx';
import { PhoneFrame } from '#components/newsroom/preview/phone-frame.tsx';
import { PreviewBar } from '#components/newsroom/preview/preview-bar.tsx';
import type { Preview } from '#lib/articles/preview.ts';
import { getFrame } from '#lib/front/frame.ts';
import { getMoreHref } from '#lib/front/fronts.ts';
import { previewRelated } from '#lib/related/preview.ts';

/** How the preview is looked at: as it is, in a phone's width, or alone, which is what stands in that width. */
export type View = 'wide' | 'phone' | 'bare';

export function readView({ xem }: Record<string, string | string[] | undefined>): View {
  if (xem === 'dien-thoai') return 'phone';
  return xem === 'trang' ? 'bare' : 'wide';
}

interface Props {
  preview: Preview;
  view: View;
  /** The address of this page without its view. */
  path: string;
  back?: string;
}

/** An article that readers do not have yet, at its real look. */
export async function ArticlePreview({ preview: { article, state }, view, path, back }: Props) {
  const hrefs = { narrow: `${path}?xem=dien-thoai`, wide: path };
  const bar = view !== 'bare' && (
    <PreviewBar state={state} isNarrow={view === 'phone'} hrefs={hrefs} back={back} />
  );
  if (view === 'phone') {
    return (
      <>
        {bar}
        <PhoneFrame src={`${path}?xem=trang`} />
      </>
    );
  }
  const [frame, related, moreHref] = await Promise.all([
    getFrame(),
    previewRelated(article),
    getMoreHref(article.section.href.slice(1)),
  ]);
  return (
    <>
      {bar}
      <ArticleView article={article} frame={frame} rail={{ related, moreHref, mostRead: [] }} />
    </>
  );
}
