interface Props {
  type: 'application/ld+json' | 'speculationrules';
  value: unknown;
}

// Within a script element only "<" could end it or begin a comment; the other two end a line where JSON is read as script.
const unsafe = /[<\u2028\u2029]/g;

/** JSON as it may stand in a script element. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Data for crawlers or the browser in a page's HTML; nothing in it runs. */
export function DataScript({ type, value }: Props) {
  const json = scriptJson(value);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes, which nothing reads back here.
  return <script type={type} dangerouslySetInnerHTML={{ __html: json }} />;
}
