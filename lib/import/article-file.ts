import { BodyProblem } from '#lib/body/body-problem.ts';
import { type MarkdownBlock, readMarkdown } from '#lib/body/from-markdown.ts';
import { ArticleProblem } from './article-problem.ts';
import { type ReadFrontMatter, readFrontMatter } from './front-matter.ts';

/** A book has 1 MB; a larger file is something else. */
const largestFile = 2 * 1024 * 1024;
const mostBlocks = 2000;

/** An article as its file says it, before its pictures are looked at. */
export interface ImportedArticle extends ReadFrontMatter {
  sourceId: string;
  blocks: MarkdownBlock[];
}

function decode(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    // The decoder does not say where; no UTF-8 character has a line's end inside it, so the lines can be tried apart.
    let line = 1;
    for (let from = 0; from <= bytes.length; line++) {
      const end = bytes.indexOf(0x0a, from);
      const to = end === -1 ? bytes.length : end;
      try {
        decoder.decode(bytes.subarray(from, to));
      } catch {
        break;
      }
      from = to + 1;
    }
    throw new ArticleProblem(
      line,
      'this line is not UTF-8; save the file as UTF-8 (Unicode), not TCVN3 or VNI',
    );
  }
}

function readBody(text: string, firstLine: number): MarkdownBlock[] {
  try {
    const blocks = readMarkdown(text, firstLine);
    if (blocks.length > mostBlocks) {
      throw new ArticleProblem(
        firstLine,
        `the body has ${blocks.length} paragraphs, more than ${mostBlocks}`,
      );
    }
    return blocks;
  } catch (error) {
    if (error instanceof BodyProblem) throw new ArticleProblem(error.line, error.message);
    throw error;
  }
}

/**
 * Reads one article file (DESIGN section 6).
 * @param name  the file's name without .md: the key to import it again by, unless it gives a sourceId
 * @throws ArticleProblem for the first thing that is wrong, with its line
 */
export function readArticleFile(bytes: Uint8Array, name: string): ImportedArticle {
  if (bytes.length > largestFile)
    throw new ArticleProblem(1, 'the file has more than 2 MB; an article has less');
  const text = decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
  const parts = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/.exec(text);
  if (!parts) {
    throw new ArticleProblem(
      1,
      text.startsWith('---')
        ? 'the front matter has no end: a line of its own with ---'
        : 'the file does not begin with front matter: a line --- and then title: "…"',
    );
  }
  const front = readFrontMatter(parts[1] ?? '');
  const blocks = readBody(text.slice(parts[0].length), parts[0].split('\n').length);
  return { ...front, sourceId: front.values.sourceId ?? name.normalize('NFC'), blocks };
}
