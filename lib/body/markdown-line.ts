import type { Nodes, PhrasingContent } from 'mdast';
import { href, type Line, type Run } from './blocks.ts';
import { BodyProblem } from './body-problem.ts';

/** Stands for a hard break between runs, until its block says what a break means there. */
const hardBreak = '\u2028';

/** The Markdown that is read, and the line of the file on which it begins. */
export interface Source {
  markdown: string;
  firstLine: number;
}

/** Line of the file on which a node begins. */
export function lineOf(node: Nodes, source: Source): number {
  return (node.position?.start.line ?? 1) + source.firstLine - 1;
}

/** A node as it was written. */
export function written(node: Nodes, source: Source): string {
  return source.markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

const refusals: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML has no place in an article; write plain Markdown, and "\\<" for a "<" that should be read',
  image: 'a photo stands in a paragraph of its own: leave an empty line before and after it',
  imageReference: 'write a photo with its path: ![alt](../photos/a.jpg "caption | credit")',
  inlineCode: 'text between ` signs (code) has no place in an article; write "\\`" for the sign itself',
  linkReference: 'write a link with its address: [words](https://…)',
  footnoteReference: 'footnotes have no place in an article; put the note into the text',
};

function refuseFootnote(node: Nodes, source: Source): void {
  const found = /(?<!\\)\[\^[^\]\s]+\]/.exec(written(node, source));
  if (!found) return;
  const line = lineOf(node, source) + written(node, source).slice(0, found.index).split('\n').length - 1;
  throw new BodyProblem(line, refusals.footnoteReference ?? '');
}

function readPhrase(node: PhrasingContent, marks: Omit<Run, 'text'>, source: Source): Run[] {
  const inside = (children: PhrasingContent[], more: Omit<Run, 'text'>) =>
    children.flatMap((child) => readPhrase(child, { ...marks, ...more }, source));
  switch (node.type) {
    case 'text':
      refuseFootnote(node, source);
      return [{ text: node.value.replaceAll(hardBreak, ' '), ...marks }];
    case 'break':
      return [{ text: hardBreak }];
    case 'strong':
      return inside(node.children, { bold: true });
    case 'emphasis':
      return inside(node.children, { italic: true });
    case 'link': {
      const address = href.safeParse(node.url);
      if (!address.success) {
        throw new BodyProblem(
          lineOf(node, source),
          `a link begins with https://, http://, mailto: or /, not "${node.url.slice(0, 60)}"`,
        );
      }
      return inside(node.children, { href: address.data });
    }
    default:
      throw new BodyProblem(
        lineOf(node, source),
        refusals[node.type] ?? `"${node.type}" has no place in an article`,
      );
  }
}

/** Text of one block as runs; line breaks are still in it. Throws BodyProblem for what a line has no place for. */
export function readPhrasing(nodes: PhrasingContent[], source: Source): Line {
  return nodes.flatMap((node) => readPhrase(node, {}, source));
}

function splitAt(line: Line, mark: string): Line[] {
  const lines: Line[] = [[]];
  for (const run of line) {
    for (const [index, text] of run.text.split(mark).entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines;
}

/** The lines between hard breaks (two spaces or a backslash at a line's end). */
export const splitAtHardBreaks = (line: Line): Line[] => splitAt(line, hardBreak);

/** The lines as they were written, hard and soft breaks alike. */
export const splitAtBreaks = (line: Line): Line[] =>
  splitAtHardBreaks(line).flatMap((part) => splitAt(part, '\n'));
