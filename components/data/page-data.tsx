import { DataScript } from '#components/site/data-script.tsx';
import type { Schema } from './schema.ts';

/** What a page says to search engines. */
export function PageData({ of }: { of: readonly Schema[] }) {
  return of.map((schema) => <DataScript key={String(schema['@type'])} value={schema} />);
}
