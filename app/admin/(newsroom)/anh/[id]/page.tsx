import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { DeletePicture } from '#components/newsroom/pictures/delete-picture.tsx';
import { PictureFacts } from '#components/newsroom/pictures/picture-facts.tsx';
import { PictureForm } from '#components/newsroom/pictures/picture-form.tsx';
import { isUsed, PictureUsesList } from '#components/newsroom/pictures/picture-uses.tsx';
import { ReplaceFile } from '#components/newsroom/pictures/replace-file.tsx';
import { findPicture } from '#lib/media/picture-detail.ts';
import { uploadPath } from '#lib/media/types.ts';
import { readUses } from '#lib/media/where-used.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { signedIn } from '../../../signed-in.ts';
import { changePicture, deletePicture, replacePicture } from '../actions.ts';

export const metadata: Metadata = { title: 'Ảnh' };

const base = '/admin/anh';

export default async function PicturePage({ params }: { params: Promise<{ id: string }> }) {
  const given = (await params).id;
  const actor = await signedIn(`${base}/${given}`, 'picture.upload');
  const picture = await findPicture(actor, readArticleId(given) ?? 0);
  if (!picture) notFound();
  const { id, key, name, mayReplace, mayChange } = picture;
  const uses = await readUses(actor, id);
  return (
    <>
      <PageHead title={name} back={{ href: base, label: 'Kho ảnh' }}>
        {mayReplace && <ReplaceFile id={id} endpoint={uploadPath} replace={replacePicture} />}
        {mayChange && !isUsed(uses) && (
          <DeletePicture id={id} name={name} listHref={base} remove={deletePicture} />
        )}
      </PageHead>
      <div className="stack">
        <PictureForm key={key} picture={picture} change={changePicture} />
        <section className="panel stack-tight" aria-labelledby="dung-o-dau">
          <h2 id="dung-o-dau">Dùng ở đâu</h2>
          <PictureUsesList uses={uses} />
        </section>
        <section className="panel stack-tight" aria-labelledby="ve-tep">
          <h2 id="ve-tep">Về tệp</h2>
          <PictureFacts picture={picture} />
        </section>
      </div>
    </>
  );
}
