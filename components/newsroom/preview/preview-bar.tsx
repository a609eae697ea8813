import type { PreviewState } from '#lib/articles/types.ts';

interface Props {
  state: PreviewState;
  /** Whether the page stands in a phone's width. */
  isNarrow: boolean;
  /** The page in a phone's width, and in the window's. */
  hrefs: { narrow: string; wide: string };
  /** Where staff write the article; none for whoever has only a link. */
  back?: string | undefined;
}

const words: Record<PreviewState, string> = {
  unpublished: 'Bản xem trước, chưa xuất bản',
  changed: 'Bản xem trước, có sửa đổi chưa xuất bản',
  published: 'Bản xem trước, giống bản đã xuất bản',
};

/** Says over a preview that it is one, and lets it be seen as on a phone. */
export function PreviewBar({ state, isNarrow, hrefs, back }: Props) {
  return (
    <aside className="preview-bar" aria-label="Xem trước">
      <strong>{words[state]}</strong>
      <nav aria-label="Bề ngang">
        <a href={hrefs.wide} aria-current={isNarrow ? undefined : 'true'}>
          Màn hình này
        </a>
        <a href={hrefs.narrow} aria-current={isNarrow ? 'true' : undefined}>
          Điện thoại
        </a>
      </nav>
      {back && <a href={back}>Về trang viết bài</a>}
    </aside>
  );
}
