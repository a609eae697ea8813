import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BreakingPanel } from '#components/newsroom/front/breaking-panel.tsx';
import { FrontChoice } from '#components/newsroom/front/front-choice.tsx';
import { PageHead } from '#components/newsroom/page-head.tsx';
import { openArrangement } from '#lib/front/arrange.ts';
import { readBreaking } from '#lib/front/breaking.ts';
import { listFronts } from '#lib/front/list-fronts.ts';
import { signedIn } from '../../signed-in.ts';
import { announceBreaking, changeBreaking, endBreaking, findArticles, saveArrangement } from './actions.ts';
import { Desk } from './desk.tsx';

export const metadata: Metadata = { title: 'Trang nhất' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FrontDeskPage({ searchParams }: Props) {
  const { muc } = await searchParams;
  const path = muc === undefined ? '/admin/trang-nhat' : `/admin/trang-nhat?muc=${String(muc)}`;
  const actor = await signedIn(path, 'section_front.arrange');
  const fronts = await listFronts(actor);
  const front = fronts.find(({ id }) => String(id ?? '') === String(muc ?? ''));
  if (!front) notFound();
  const arrangement = await openArrangement(actor, front.id);
  return (
    <>
      <PageHead title={front.id === null ? front.name : `Trang chuyên mục ${front.name}`}>
        <FrontChoice fronts={fronts} current={front.id} />
      </PageHead>
      {front.id === null && (
        <BreakingPanel
          current={await readBreaking(actor)}
          actions={{ announce: announceBreaking, change: changeBreaking, end: endBreaking }}
          find={findArticles}
          email={actor.email}
        />
      )}
      <Desk
        key={front.id}
        arrangement={arrangement}
        save={saveArrangement}
        find={findArticles}
        email={actor.email}
      />
    </>
  );
}
