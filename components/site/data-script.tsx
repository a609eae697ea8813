import { scriptJson } from '#lib/site/script-json.ts';

interface Props {
  type: 'application/ld+json' | 'speculationrules';
  value: unknown;
}

/** Data for crawlers or the browser in a page's HTML; nothing in it runs. */
export function DataScript({ type, value }: Props) {
  const json = scriptJson(value);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes, which nothing reads back here.
  return <script type={type} dangerouslySetInnerHTML={{ __html: json }} />;
}
