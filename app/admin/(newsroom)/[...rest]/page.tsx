import { notFound } from 'next/navigation';
import { signedIn } from '../../signed-in.ts';

/** An address of the newsroom that leads nowhere: without this page it would be taken for a section of the paper. */
export default async function NoSuchPage() {
  await signedIn('/admin');
  return notFound();
}
