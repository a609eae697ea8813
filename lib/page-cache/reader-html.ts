import { Parser } from 'htmlparser2';

type Attributes = Record<string, string>;

/** Scripts that a reader's page has for the reader's sake: our own, and what only crawlers and browsers read. */
function isForReaders({ id, type, src }: Attributes): boolean {
  if (type === 'application/ld+json' || type === 'speculationrules') return true;
  return id === 'choices' || (src?.startsWith('/reader.js') ?? false);
}

const isScriptHint = (name: string, { as, rel }: Attributes): boolean =>
  name === 'link' && (as === 'script' || rel === 'modulepreload');

const isFace = (name: string, { as, rel }: Attributes): boolean =>
  name === 'link' && rel === 'preload' && as === 'font';

const isStyleSheet = (name: string, { rel }: Attributes): boolean => name === 'link' && rel === 'stylesheet';

/** A note to the framework's own tools, whose place in the head is different from one making of a page to the next. */
const isFrameworkNote = (name: string, attributes: Attributes): boolean =>
  name === 'meta' && attributes['name'] === 'next-size-adjust';

/**
 * A rendered page as readers get it: without the framework's scripts, the data they would work on and the marks they
 * would find their way by (React's are the only comments). No component of a reader's page runs in the browser, so nothing
 * misses them; all that is left is byte for byte as it was rendered. But the style sheet, without which nothing is painted,
 * is asked for before the typefaces, which a page can do without: React puts them the other way round.
 *
 * A script ends at the first `</script`, as browsers end it where there is no `<!--` in it: neither Next's data nor our
 * JSON-LD ever has a bare `<`.
 */
export function readerHtml(html: string): string {
  const kept: string[] = [];
  let keptTo = 0;
  const drop = (from: number, to: number) => {
    kept.push(html.slice(keptTo, from));
    keptTo = to;
  };
  let droppedScript: number | null = null;
  let beforeFaces: number | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'script' && !isForReaders(attributes)) droppedScript = parser.startIndex;
        else if (isScriptHint(name, attributes) || isFrameworkNote(name, attributes))
          drop(parser.startIndex, parser.endIndex + 1);
        else if (isFace(name, attributes) && beforeFaces === null) {
          drop(parser.startIndex, parser.startIndex);
          beforeFaces = kept.push('') - 1;
        } else if (isStyleSheet(name, attributes) && beforeFaces !== null) {
          kept[beforeFaces] += html.slice(parser.startIndex, parser.endIndex + 1);
          drop(parser.startIndex, parser.endIndex + 1);
        }
      },
      onclosetag(name) {
        if (droppedScript === null || name !== 'script') return;
        drop(droppedScript, parser.endIndex + 1);
        droppedScript = null;
      },
      oncomment() {
        drop(parser.startIndex, parser.endIndex + 1);
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  kept.push(html.slice(keptTo));
  return kept.join('');
}
