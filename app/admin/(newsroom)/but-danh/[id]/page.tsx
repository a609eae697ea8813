import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readId } from '#app/admin/list-query.ts';
import { signedIn } from '#app/admin/signed-in.ts';
import { EditByline } from '#components/newsroom/desk/edit-byline.tsx';
import { RemoveNamed } from '#components/newsroom/desk/remove-named.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { listSigners, readByline } from '#lib/bylines/read.ts';
import { editByline, findBylines, removeByline } from '../actions.ts';
import { bylineWords } from '../words.ts';

export const metadata: Metadata = { title: 'Sửa bút danh' };

export default async function BylinePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await signedIn(`/admin/but-danh/${id}`, 'byline.manage');
  const number = readId(id);
  const byline = number && (await readByline(actor, number));
  if (!byline) notFound();
  const { name, text, staffId, picture, uses, href } = byline;
  const signers = (await listSigners(actor)).map((person) => ({
    value: String(person.id),
    label: `${person.name} (${person.email})`,
  }));
  return (
    <div className="stack">
      <PageHead
        title={name}
        intro={
          <>
            {uses.toLocaleString('vi')} bài · <a href={href}>{href}</a>
          </>
        }
        back={{ href: '/admin/but-danh', label: 'Bút danh' }}
      />
      <EditByline
        id={byline.id}
        initial={{ name, text, staffId, picture }}
        signers={signers}
        edit={editByline}
      />
      <RemoveNamed
        words={bylineWords}
        row={{ id: byline.id, name, uses }}
        remove={removeByline}
        find={findBylines}
      />
    </div>
  );
}
