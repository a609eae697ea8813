import { scriptJson } from '#lib/site/script-json.ts';

/** Data for crawlers in a page's HTML (JSON-LD); nothing in it runs. */
export function DataScript({ value }: { value: unknown }) {
  const json = scriptJson(value);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes, which nothing reads back here.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
