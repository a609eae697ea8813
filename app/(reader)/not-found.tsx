import { ReaderPage } from '#components/site/reader-page.tsx';
import { SearchBox } from '#components/site/search-box.tsx';
import { listSections } from '#lib/categories/sections.ts';
import { isBuilding } from '#lib/page-cache/building.ts';
import { getToday } from '#lib/page-cache/today.ts';

export default async function NotFound() {
  if (isBuilding()) return null;
  const [sections, today] = await Promise.all([listSections(), getToday()]);
  return (
    <ReaderPage sections={sections} today={today}>
      <title>Không tìm thấy trang</title>
      <div className="notice">
        <p className="label-plain">404</p>
        <h1>Không tìm thấy trang này</h1>
        <p>
          Địa chỉ có thể đã gõ nhầm, hoặc trang đã được chuyển đi. Thử tìm theo từ khóa, hoặc xem các chuyên
          mục.
        </p>
        <SearchBox id="tim-404" />
        <p>
          <a href="/">Về trang nhất</a>
        </p>
      </div>
    </ReaderPage>
  );
}
