import { readFileSync } from 'node:fs';
import { memoryPages, validateXML } from 'xmllint-wasm';

const folder = new URL('./schemas/', import.meta.url);
const read = (fileName: string) => ({ fileName, contents: readFileSync(new URL(fileName, folder), 'utf8') });

/** Each schema, and those that it takes in. */
const schemas = {
  sitemap: ['sitemap-news.xsd', 'sitemap-image.xsd'],
  siteindex: [],
  rss: ['rss-atom.xsd', 'rss-dc.xsd', 'rss-content.xsd'],
} as const;

/** What is wrong with a document by its schema (tests/support/schemas), as libxml2 tells it; empty: it is valid. */
export async function schemaProblems(xml: string, schema: keyof typeof schemas): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [read(`${schema}.xsd`)],
    preload: schemas[schema].map(read),
    maxMemoryPages: memoryPages.GiB / 2,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
