import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readId } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { EditSection } from '#components/newsroom/desk/edit-section.tsx';
import { RemoveSection } from '#components/newsroom/desk/remove-section.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { listCategoriesForDesk, readCategoryForDesk } from '#lib/categories/desk.ts';
import { categoryPath } from '#lib/site/urls.ts';
import { editCategory, removeCategory } from '../actions.ts';

export const metadata: Metadata = { title: 'Sửa chuyên mục' };

export default async function SectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/chuyen-muc/${id}`, 'category.manage');
  const number = readId(id);
  const section = number && (await readCategoryForDesk(actor, number));
  if (!section) notFound();
  const { hanging, path, ...rest } = section;
  const { name, slug, description, parentId } = rest;
  const tops = (await listCategoriesForDesk(actor)).filter((top) => top.id !== section.id);
  return (
    <div className="stack">
      <PageHead
        title={name}
        intro={
          <>
            {hanging.articles.toLocaleString('vi')} bài ·{' '}
            <a href={categoryPath(path)}>{categoryPath(path)}</a>
          </>
        }
        back={{ href: '/admin/chuyen-muc', label: 'Chuyên mục' }}
      />
      <EditSection
        id={section.id}
        initial={{ name, slug, description, parentId }}
        tops={tops}
        hasChildren={hanging.children > 0}
        edit={editCategory}
      />
      <RemoveSection id={section.id} name={name} hanging={hanging} sections={tops} remove={removeCategory} />
    </div>
  );
}
