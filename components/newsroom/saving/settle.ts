import type { ArticleContent } from '#lib/articles/types.ts';
import type { Block, Line, Run } from '#lib/body/types.ts';
import { blockText } from './block-text.ts';
import { type Merged, merge } from './merge.ts';
import type { BlockClash, Clash, Conflict, FieldClash } from './types.ts';

// Settling a conflict: what a person decided about each clash, put together with all that joined by itself.

export type Choice = 'mine' | 'theirs' | 'both' | 'edited';

/** What was decided about one clash; `text` is what was written by hand. */
export interface Decision {
  choice: Choice;
  text: string;
}

/** Fields whose value is one text: the others can be chosen, but not written by hand here. */
const textFields = ['title', 'sapo', 'agency'] as const;
type TextField = (typeof textFields)[number];

const isTextField = (field: FieldClash['field']): field is TextField =>
  (textFields as readonly string[]).includes(field);

const isText = (block: Block) => ['paragraph', 'heading', 'pullout'].includes(block.type);

/** Whether a clash can be settled by writing: it is about nothing but words. */
function isWritable(clash: Clash): boolean {
  if (clash.kind === 'field') return isTextField(clash.field);
  return [...clash.mine, ...clash.theirs].every(isText);
}

/** The ways out of a clash. */
export function choicesOf(clash: Clash): Choice[] {
  return [
    'mine',
    'theirs',
    ...(clash.kind === 'blocks' ? (['both'] as const) : []),
    ...(isWritable(clash) ? (['edited'] as const) : []),
  ];
}

const textOf = (blocks: readonly Block[]) => blocks.map(blockText).join('\n');

/** What writing by hand begins with: both texts, so that none is lost by overlooking it. */
export function textToEdit(clash: Clash, { mine, theirs }: Conflict): string {
  if (clash.kind === 'blocks') return textOf([...clash.mine, ...clash.theirs]);
  if (!isTextField(clash.field)) return '';
  return [mine[clash.field], theirs.content[clash.field]].filter(Boolean).join(' ');
}

/** Until somebody decides: both sides of the body's blocks; of a field, mine. */
export const firstDecision = (clash: Clash): Decision => ({
  choice: clash.kind === 'blocks' ? 'both' : 'mine',
  text: '',
});

/** The runs of a line that lie between two places of its text. */
function cut(line: Line, from: number, to: number): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const run of line) {
    const text = run.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (text) runs.push({ ...run, text });
    at += run.text.length;
  }
  return runs;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** A line with another text: bold and links stay where the text is the same, at its beginning and at its end. */
function rewrite(line: Line, text: string): Line {
  const before = line.map((run) => run.text).join('');
  const start = sharedStart(before, text);
  const reversed = (value: string) => [...value.slice(start)].reverse().join('');
  const end = sharedStart(reversed(before), reversed(text));
  return [
    ...cut(line, 0, start),
    ...(text.length - end > start ? [{ text: text.slice(start, text.length - end) }] : []),
    ...cut(line, before.length - end, before.length),
  ];
}

/** The lines that were written by hand as blocks: each in the place of one that it grew out of, the others as paragraphs. */
function writtenBlocks(clash: BlockClash, text: string): Block[] {
  const from = [...clash.mine, ...clash.theirs];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const origin = from.find((block) => blockText(block) === line) ?? nearest(from, line);
    return origin && 'line' in origin
      ? { ...origin, line: rewrite(origin.line, line) }
      : { type: 'paragraph', line: [{ text: line }] };
  });
}

/** The block whose text shares the longest beginning with the line; none if it shares less than a word. */
function nearest(blocks: readonly Block[], line: string): Block | undefined {
  const shared = blocks.map((block) => ({ block, length: sharedStart(blockText(block), line) }));
  const best = shared.sort((a, b) => b.length - a.length)[0];
  return best && best.length > 2 ? best.block : undefined;
}

function settledBlocks(clash: BlockClash, { choice, text }: Decision): Block[] {
  switch (choice) {
    case 'mine':
      return clash.mine;
    case 'theirs':
      return clash.theirs;
    case 'both':
      return [...clash.mine, ...clash.theirs];
    case 'edited':
      return writtenBlocks(clash, text);
  }
}

function settleField(
  content: ArticleContent,
  field: FieldClash['field'],
  decision: Decision,
  conflict: Conflict,
): ArticleContent {
  if (decision.choice === 'edited' && isTextField(field)) return { ...content, [field]: decision.text };
  const from = decision.choice === 'theirs' ? conflict.theirs.content : conflict.mine;
  return { ...content, [field]: from[field] };
}

/** What stands in conflict now: computed anew, as what is typed may have changed since it began. */
export const clashesOf = ({ base, mine, theirs }: Conflict): Merged => merge(base, mine, theirs.content);

/** The whole article by the decisions, one for each clash of `clashesOf`, in their order. */
export function settle(conflict: Conflict, merged: Merged, decisions: readonly Decision[]): ArticleContent {
  const decided = new Map(
    merged.clashes.map((clash, i) => [clash, decisions[i] ?? firstDecision(clash)] as const),
  );
  const body = merged.parts.flatMap((part) => {
    if (part.kind === 'settled') return part.blocks;
    return settledBlocks(part, decided.get(part) ?? firstDecision(part));
  });
  let content: ArticleContent = { ...merged.content, body };
  for (const [clash, decision] of decided) {
    if (clash.kind === 'field') content = settleField(content, clash.field, decision, conflict);
  }
  return content;
}
