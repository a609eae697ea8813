import { fold, plain } from '#lib/words/fold.ts';
import { type FoldedWord, foldWord } from './folded-word.ts';
import type { WantedWord } from './query.ts';
import type { Piece } from './types.ts';

// Shows in a text what was looked for. Pure.

interface Token {
  from: number;
  to: number;
  /** Which of the wanted words it is; -1: none. */
  wanted: number;
}

/** The words of a text as it is printed; marks may stand by themselves in what was not composed. */
const printedWord = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text, and which of the wanted ones each is. A word with other marks than were typed is one only where the
 * text does not have it with these.
 */
function tokensOf(text: string, words: readonly WantedWord[]): Token[] {
  const matches = [...text.matchAll(printedWord)];
  const folded = matches.map((match) => foldWord(match[0]));
  const there = new Set(folded.map((word) => word.text));
  const isIt = (word: FoldedWord | undefined, wanted: WantedWord) =>
    wanted.isMarked && there.has(wanted.text) ? word?.text === wanted.text : word?.plain === wanted.plain;
  return matches.map((match, index) => ({
    from: match.index,
    to: match.index + match[0].length,
    wanted: words.findIndex((wanted) => isIt(folded[index], wanted)),
  }));
}

/** A word that tells nothing is shown only beside one that does. */
function isShown(tokens: readonly Token[], index: number, words: readonly WantedWord[]): boolean {
  const at = tokens[index]?.wanted ?? -1;
  if (at < 0) return false;
  if (!words[at]?.isFunction || words.every((word) => word.isFunction)) return true;
  return [index - 1, index + 1].some((next) => {
    const beside = tokens[next]?.wanted ?? -1;
    return beside >= 0 && !words[beside]?.isFunction;
  });
}

function hitsOf(text: string, words: readonly WantedWord[]): Token[] {
  const tokens = tokensOf(text, words);
  return tokens.filter((_, index) => isShown(tokens, index, words));
}

function toPieces(text: string, hits: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isHit });
  };
  let done = 0;
  for (let i = 0; i < hits.length; i++) {
    const first = hits[i];
    if (!first) break;
    // Hits with nothing but a space between them are one.
    let { to } = first;
    while (hits[i + 1] && text.slice(to, hits[i + 1]?.from) === ' ') to = hits[++i]?.to ?? to;
    add(text.slice(done, first.from), false);
    add(text.slice(first.from, to), true);
    done = to;
  }
  add(text.slice(done), false);
  return pieces;
}

/** A line with what was looked for in pieces of its own. */
export function highlight(line: string, words: readonly WantedWord[]): Piece[] {
  const text = line.normalize('NFC');
  return toPieces(text, hitsOf(text, words));
}

/**
 * How many different words of the query a line has: with the marks that were typed, as a tenth more each than with others.
 * Much quicker than marking them, for it looks through whole bodies.
 */
function hitsIn(line: string, words: readonly WantedWord[]): number {
  const exact = ` ${fold(line).replaceAll('\n', ' ')} `;
  // Made when it is needed: a word typed with marks is mostly there with them.
  let bare: string | null = null;
  let hits = 0;
  for (const word of words) {
    if (exact.includes(` ${word.text} `)) hits += 1.1;
    else {
      bare ??= plain(exact);
      if (bare.includes(` ${word.plain} `)) hits += 1;
    }
  }
  return hits;
}

/** Whether a line has all the words, as they were typed. */
export const hasAll = (line: string, words: readonly WantedWord[]): boolean =>
  hitsIn(line, words) >= words.length;

/** Letters of an excerpt: two or three lines of a card. */
const longest = 220;
const before = 60;

/** The part of a line around the hits from `first` on, cut between words. */
function cut(line: string, first: number): string {
  if (line.length <= longest) return line;
  const wish = Math.max(0, Math.min(first - before, line.length - longest));
  const from = wish === 0 ? 0 : line.indexOf(' ', wish) + 1;
  const end = from + longest >= line.length ? line.length : line.lastIndexOf(' ', from + longest);
  const text = line.slice(from, end > from ? end : from + longest);
  return `${from > 0 ? '… ' : ''}${text.trim()}${end < line.length ? ' …' : ''}`;
}

/**
 * The line of a text that has most of what was looked for, cut to two or three lines of a card; null where none has
 * anything.
 * @param lines  the first of equals is taken
 */
export function excerptOf(lines: readonly string[], words: readonly WantedWord[]): Piece[] | null {
  let best = { hits: 0, line: '' };
  for (const line of lines) {
    const hits = hitsIn(line, words);
    if (hits > best.hits) best = { hits, line };
  }
  if (best.hits === 0) return null;
  const line = best.line.normalize('NFC');
  return highlight(cut(line, densest(hitsOf(line, words))), words);
}

/** Where the window of an excerpt with most different words begins. */
function densest(hits: readonly Token[]): number {
  let best = { count: 0, from: 0 };
  for (const { from } of hits) {
    const inside = hits.filter((hit) => hit.from >= from && hit.to <= from + longest - before);
    const count = new Set(inside.map((hit) => hit.wanted)).size;
    if (count > best.count) best = { count, from };
  }
  return best.from;
}
