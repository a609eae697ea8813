import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { Shell } from '#components/newsroom/shell.tsx';
import { getPaper } from '#lib/settings/paper.ts';
import { can } from '#lib/staff/permissions.ts';
import { getActor } from '#lib/staff/session.ts';
import { roleNames } from '#lib/staff/types.ts';
import { menuOf } from '../menu.ts';

/** The newsroom's pages with their menu. Each page asks for the person again: a layout is not made anew for the next page. */
export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  await connection();
  const actor = await getActor();
  // The page itself leads to the sign-in page, and knows where to come back to.
  if (!actor) return children;
  const paper = await getPaper();
  return (
    <Shell
      paperName={paper.name}
      items={menuOf(actor)}
      person={{ name: actor.name, roleName: roleNames[actor.role] }}
      mayWrite={can(actor, 'article.create')}
    >
      {children}
    </Shell>
  );
}
