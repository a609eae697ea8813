import type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast';
import {
  type Block,
  type GalleryBlock,
  type Line,
  mostRelated,
  type PhotoBlock,
  type RelatedBlock,
} from './blocks.ts';
import { BodyProblem } from './body-problem.ts';
import { cleanLine, lineText } from './clean-line.ts';
import {
  lineOf,
  readPhrasing,
  type Source,
  splitAtBreaks,
  splitAtHardBreaks,
  written,
} from './markdown-line.ts';

/** Any block of which Markdown says all there is to it. */
export type TextBlock = Exclude<Block, PhotoBlock | GalleryBlock | RelatedBlock>;

/** A box of articles as a file names them: by headline, sourceId, slug or number, until each is found. */
export interface MarkdownRelated {
  type: 'related';
  names: {
    name: string;
    /** Line of the file, from 1. */
    line: number;
  }[];
}

const pulloutMark = /^\[!tr[ií]ch\][ \t]*(\n|$)/i;
const relatedMark = /^\[!li[eê]n quan\][ \t]*$/i;

function paragraphsOf(node: Blockquote, source: Source): Paragraph[] {
  return node.children.map((child) => {
    if (child.type === 'paragraph') return child;
    throw new BodyProblem(
      lineOf(child, source),
      child.type === 'list'
        ? 'a quote holds paragraphs only; its source is its last line and begins with a long dash: > — Name'
        : 'a quote holds paragraphs only, no subhead, list, table or quote',
    );
  });
}

const joinWithSpaces = (lines: Line[]): Line => lines.flatMap((line) => [...line, { text: ' ' }]);

/** "[!trích]" is a line of its own, or the paragraph's first; the rest is one paragraph, set large. */
function readPullout(paragraphs: Paragraph[], source: Source): TextBlock {
  const lines = paragraphs.map((node) => joinWithSpaces(splitAtBreaks(readPhrasing(node.children, source))));
  const text = cleanLine(dropMark(lines[0] ?? []));
  const rest = lines.slice(1).map(cleanLine);
  const full = [text, ...rest].filter((line) => line.length > 0);
  const [line] = full;
  const second = paragraphs.at(-1);
  if (full.length > 1 && second) {
    throw new BodyProblem(
      lineOf(second, source),
      'a pull-out is one paragraph; remove the empty line inside it',
    );
  }
  return { type: 'pullout', line: line ?? [] };
}

function dropMark([first, ...rest]: Line): Line {
  return first ? [{ ...first, text: first.text.replace(/^\[!tr[ií]ch\]/i, '') }, ...rest] : [];
}

/**
 * The last written line names the source when it begins with a long dash; a long dash alone says that there is none
 * (so that a quote may end in a line of dialogue).
 */
function takeCite(lines: Line[]): { lines: Line[]; cite?: string } {
  const last = lines.at(-1);
  if (!last || lines.length < 2) return { lines };
  const cite = /^—(?: (.*))?$/.exec(lineText(cleanLine(last)));
  if (!cite) return { lines };
  return { lines: lines.slice(0, -1), ...(cite[1] && { cite: cite[1] }) };
}

type QuoteChild = BlockContent | DefinitionContent;

/** The names in a list's items; each item is the words of one paragraph. */
function readNames(list: QuoteChild, source: Source): MarkdownRelated['names'] | null {
  if (list.type !== 'list') return null;
  return list.children.flatMap((item) => {
    const [only, other] = item.children;
    if (!only) return [];
    if (only.type !== 'paragraph' || other) {
      throw new BodyProblem(lineOf(item, source), 'in a box of articles each item is one headline');
    }
    const name = lineText(cleanLine(joinWithSpaces(splitAtBreaks(readPhrasing(only.children, source)))));
    return name ? [{ name, line: lineOf(item, source) }] : [];
  });
}

/** "[!liên quan]" and a list of articles under it; null where the quote is something else. */
function readRelated(node: Blockquote, source: Source): MarkdownRelated | null {
  const [first, list, ...rest] = node.children;
  if (first?.type !== 'paragraph' || !relatedMark.test(written(first, source))) return null;
  const names = list && rest.length === 0 ? readNames(list, source) : null;
  if (!names || names.length === 0) {
    throw new BodyProblem(
      lineOf(first, source),
      'under [!liên quan] stands a list of articles, each by its headline: > - Headline',
    );
  }
  if (names.length > mostRelated) {
    throw new BodyProblem(lineOf(first, source), `a box holds ${mostRelated} articles at most`);
  }
  return { type: 'related', names };
}

/** Quote, pull-out or box of articles. A line of a quote is a paragraph of it, or what a hard break divides. */
export function readQuote(node: Blockquote, source: Source): TextBlock | MarkdownRelated {
  const related = readRelated(node, source);
  if (related) return related;
  const paragraphs = paragraphsOf(node, source);
  const [first] = paragraphs;
  if (first && pulloutMark.test(written(first, source))) return readPullout(paragraphs, source);
  const lines = paragraphs.flatMap((paragraph) =>
    splitAtHardBreaks(readPhrasing(paragraph.children, source)),
  );
  const last = splitAtBreaks(lines.at(-1) ?? []);
  const apart = [...lines.slice(0, -1), joinWithSpaces(last.slice(0, -1)), last.at(-1) ?? []];
  const { lines: kept, cite } = takeCite(apart.filter((line) => cleanLine(line).length > 0));
  if (cite === undefined && kept.at(-1) === apart.at(-1)) return { type: 'quote', lines };
  return { type: 'quote', lines: kept, ...(cite && { cite }) };
}
