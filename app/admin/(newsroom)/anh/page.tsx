import type { Metadata } from 'next';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { PictureCards } from '#components/newsroom/pictures/picture-cards.tsx';
import { PictureFilter } from '#components/newsroom/pictures/picture-filter.tsx';
import { PictureLibraryUploads } from '#components/newsroom/pictures/picture-library.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listPictures } from '#lib/media/list-pictures.ts';
import { listUploaders } from '#lib/media/list-uploaders.ts';
import { pictureFilter } from '#lib/media/picture-input.ts';
import { uploadPath } from '#lib/media/types.ts';
import { signedIn } from '../../signed-in.ts';

export const metadata: Metadata = { title: 'Ảnh' };

const base = '/admin/anh';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PicturesPage({ searchParams }: Props) {
  const actor = await signedIn(base, 'picture.upload');
  const given = await searchParams;
  const filter = pictureFilter.parse(given);
  const [list, uploaders] = await Promise.all([listPictures(actor, filter), listUploaders(actor)]);
  const hrefOf = (page: number) => {
    const { query, uploadedById, from, to } = filter;
    const parts = { q: query, nguoi: uploadedById, tu: from, den: to, trang: page > 1 ? page : undefined };
    const set = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(set.map(([name, value]) => [name, String(value)]));
    return set.length > 0 ? `${base}?${search}` : base;
  };
  return (
    <>
      <PageHead
        title="Ảnh"
        intro="Kho ảnh của tòa soạn. Chú thích và nguồn ghi sẵn trong tệp được đọc ra khi tải lên."
      />
      <div className="stack">
        <PictureLibraryUploads endpoint={uploadPath} />
        <PictureFilter base={base} filter={filter} uploaders={uploaders} />
        {list.pictures.length === 0 ? (
          <EmptyState>
            <p>Không có ảnh nào khớp. Hãy thử ít từ hơn, hoặc bỏ lọc.</p>
          </EmptyState>
        ) : (
          <PictureCards pictures={list.pictures} />
        )}
        <Pager page={list.page} hasMore={list.hasMore} hrefOf={hrefOf} />
      </div>
    </>
  );
}
