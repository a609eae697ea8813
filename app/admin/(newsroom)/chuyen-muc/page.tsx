import type { Metadata } from 'next';
import { signedIn } from '#app/admin/signed-in.ts';
import { NewSection } from '#components/newsroom/desk/new-section.tsx';
import { SectionTree } from '#components/newsroom/desk/section-tree.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { listCategoriesForDesk } from '#lib/categories/desk.ts';
import { createCategory, orderCategories } from './actions.ts';

export const metadata: Metadata = { title: 'Chuyên mục' };

export default async function SectionsPage() {
  const actor = await signedIn('/admin/chuyen-muc', 'category.manage');
  const sections = await listCategoriesForDesk(actor);
  const tops = sections.map(({ id, name, path }) => ({ id, name, path }));
  return (
    <div className="stack">
      <PageHead title="Chuyên mục" intro="Thứ tự ở đây là thứ tự trên thanh chuyên mục và ở trang nhất.">
        <NewSection tops={tops} create={createCategory} />
      </PageHead>
      {sections.length === 0 ? (
        <EmptyState>
          <p>Chưa có chuyên mục nào. Mỗi bài phải thuộc một chuyên mục mới xuất bản được.</p>
        </EmptyState>
      ) : (
        <SectionTree sections={sections} order={orderCategories} />
      )}
    </div>
  );
}
