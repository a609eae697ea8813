import { RewritingStream } from 'parse5-html-rewriting-stream';

type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

const attribute = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((one) => one.name === name)?.value;

/** Scripts that a reader's page has for the reader's sake: our own, and what only crawlers and browsers read. */
function isForReaders(tag: StartTag): boolean {
  const type = attribute(tag, 'type');
  if (type === 'application/ld+json' || type === 'speculationrules') return true;
  return attribute(tag, 'src')?.startsWith('/reader.js') ?? false;
}

const isScriptHint = (tag: StartTag): boolean =>
  tag.tagName === 'link' && (attribute(tag, 'as') === 'script' || attribute(tag, 'rel') === 'modulepreload');

/** A note to the framework's own tools, whose place in the head is different from one making of a page to the next. */
const isFrameworkNote = (tag: StartTag): boolean =>
  tag.tagName === 'meta' && attribute(tag, 'name') === 'next-size-adjust';

/**
 * A rendered page as readers get it: without the framework's scripts, the data they would work on and the marks they
 * would find their way by. No component of a reader's page runs in the browser, so nothing misses them; the text that
 * is left is untouched.
 */
export async function readerHtml(html: string): Promise<string> {
  const rewriter = new RewritingStream();
  let inDroppedScript = false;
  rewriter.on('startTag', (tag) => {
    inDroppedScript = tag.tagName === 'script' && !isForReaders(tag);
    if (inDroppedScript || isScriptHint(tag) || isFrameworkNote(tag)) return;
    rewriter.emitStartTag(tag);
  });
  rewriter.on('endTag', (tag) => {
    if (!inDroppedScript) rewriter.emitEndTag(tag);
    inDroppedScript = false;
  });
  rewriter.on('text', (_, raw) => {
    if (!inDroppedScript) rewriter.emitRaw(raw);
  });
  // Comments are not passed on: React's are the only ones.
  rewriter.on('comment', () => {});
  const parts: string[] = [];
  rewriter.on('data', (part: string | Buffer) => parts.push(part.toString()));
  const whole = new Promise((done, fail) => rewriter.on('end', done).on('error', fail));
  rewriter.end(html);
  await whole;
  return parts.join('');
}
