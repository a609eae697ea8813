import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchBox } from '#components/site/search-box.tsx';
import { listSections } from '#lib/categories/sections.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { getToday } from '#lib/page-cache/today.ts';

export const metadata = { title: 'Bài đã gỡ', robots: { index: false } };

/** Shown, with status 410, at the address of an article that was withdrawn (proxy.ts). */
export default async function WithdrawnPage() {
  if (isBuilding()) return null;
  const [sections, today] = await Promise.all([listSections(), getToday()]);
  return (
    <ReaderPage sections={sections} today={today}>
      <div className="notice">
        <p className="label-plain">410</p>
        <h1>Bài viết này đã được gỡ</h1>
        <p>Tòa soạn đã gỡ bài viết ở địa chỉ này. Bạn có thể tìm bài khác cùng chủ đề.</p>
        <SearchBox id="tim-410" />
        <p>
          <a href="/">Về trang nhất</a>
        </p>
      </div>
    </ReaderPage>
  );
}
