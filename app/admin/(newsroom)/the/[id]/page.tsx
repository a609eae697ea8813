import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readId } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { EditNamed } from '#components/newsroom/desk/edit-named.tsx';
import { RemoveNamed } from '#components/newsroom/desk/remove-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { readTag } from '#lib/tags/read.ts';
import { editTag, findTags, removeTag } from '../actions.ts';
import { tagWords } from '../words.ts';

export const metadata: Metadata = { title: 'Sửa thẻ' };

export default async function TagPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/the/${id}`, 'tag.manage');
  const number = readId(id);
  const tag = number && (await readTag(actor, number));
  if (!tag) notFound();
  const { name, text, uses, href } = tag;
  return (
    <div className="stack">
      <PageHead
        title={name}
        intro={
          <>
            {uses.toLocaleString('vi')} bài · <a href={href}>{href}</a>
          </>
        }
        back={{ href: '/admin/the', label: 'Thẻ' }}
      />
      <EditNamed id={tag.id} words={tagWords} initial={{ name, text }} edit={editTag} />
      <RemoveNamed words={tagWords} row={{ id: tag.id, name, uses }} remove={removeTag} find={findTags} />
    </div>
  );
}
