import { cleanLine as cleanText } from '#lib/site/text.ts';
import type { Line, Run } from './blocks.ts';

type Marks = Omit<Run, 'text'>;

const marksOf = ({ bold, italic, href }: Run): Marks => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(href !== undefined && { href }),
});

const sameMarks = (a: Marks, b: Marks) => a.bold === b.bold && a.italic === b.italic && a.href === b.href;

/** The marks that two neighbours share: those of the space between them. */
function sharedMarks(a: Marks, b: Marks): Marks {
  return {
    ...(a.bold && b.bold && { bold: true as const }),
    ...(a.italic && b.italic && { italic: true as const }),
    ...(a.href !== undefined && a.href === b.href && { href: a.href }),
  };
}

/** Adds text to the line; text with the marks of the last run goes into that run. */
function append(line: Run[], text: string, marks: Marks): void {
  const last = line.at(-1);
  if (last && sameMarks(last, marks)) last.text = (last.text + text).normalize('NFC');
  else line.push({ text, ...marks });
}

/** Text without what can't be seen, so that its first and last sign are those that a reader sees. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u200B\uFEFF]/gu, (sign) => (/[\t\n\v\f\r]/.test(sign) ? ' ' : ''));
}

/**
 * A line in its one clean form: NFC, one space where there were several, none at the ends, neighbours with the same
 * marks joined, empty runs gone. The space between two runs has the marks that both of them have, so that no bold or
 * link ends in a space.
 */
export function cleanLine(line: Line): Line {
  const clean: Run[] = [];
  let space = false;
  for (const run of line) {
    const text = visible(run.text);
    const core = cleanText(text);
    if (!core) {
      space ||= /\s/.test(text);
      continue;
    }
    const marks = marksOf(run);
    const last = clean.at(-1);
    if (last && (space || /^\s/.test(text))) append(clean, ' ', sharedMarks(last, marks));
    append(clean, core, marks);
    space = /\s$/.test(text);
  }
  return clean;
}

/** The words of a line, its marks left out. */
export function lineText(line: Line): string {
  return line.map((run) => run.text).join('');
}
