import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from './articles.ts';
import type { Visitor } from './visitor.ts';

/** The number that the build gave to an action of the newsroom. */
function actionId(file: string, name: string): string {
  const manifest = JSON.parse(
    readFileSync(join('.next', 'server', 'server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { filename?: string; exportedName?: string }> };
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.filename === file && action.exportedName === name,
  );
  if (!found) throw new Error(`the build has no action ${name} of ${file}`);
  return found[0];
}

/** Presses "Xuất bản" as the newsroom's page does: over HTTP, signed in, in the server's own process. */
export async function pressPublish(siteUrl: string, visitor: Visitor, asked: Written): Promise<void> {
  const headers = visitor.headers();
  headers.set('next-action', actionId('app/admin/(newsroom)/bai-viet/actions.ts', 'publish'));
  headers.set('content-type', 'text/plain;charset=UTF-8');
  headers.set('accept', 'text/x-component');
  headers.set('origin', siteUrl);
  const answer = await fetch(`${siteUrl}/admin/bai-viet/${asked.id}`, {
    method: 'POST',
    headers,
    body: JSON.stringify([{ ...asked, status: 'draft' }]),
    redirect: 'error',
  });
  const said = await answer.text();
  if (answer.status !== 200 || !said.includes('"ok":true'))
    throw new Error(`${answer.status}: ${said.slice(0, 300)}`);
}
