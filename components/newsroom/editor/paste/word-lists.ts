import { styleOf } from './marks.ts';

/** A paragraph of Word's that is meant as an item of a list. */
export interface WordItem {
  ordered: boolean;
  /** From 1. */
  level: number;
}

const numbered = /^\(?(\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]/i;
/** A bullet as letters of Symbol and Wingdings come out, and a space made of several. */
const bullet = /^[·•●▪■◦○§Øüvo–\-\u00b7\uf0b7\uf0a7\uf0d8\uf076\uf0fc][\s\u00a0]+/;

/** The sign that Word itself puts before the item ("1.", "·"), with the blanks after it; never a part of the text. */
export function markerOf(element: Element): Element | null {
  return (
    [...element.querySelectorAll('[style]')].find((each) => /mso-list\s*:\s*ignore/i.test(styleOf(each))) ??
    null
  );
}

/** What a paragraph says of its place in a list, or null where it is in none. */
export function wordItem(element: Element): WordItem | null {
  const list = /mso-list\s*:\s*(?!ignore|none)([^;"']+)/i.exec(styleOf(element))?.[1];
  const isItem = list !== undefined || /^MsoListParagraph/.test(element.className);
  if (!isItem) return null;
  const sign = (markerOf(element) ?? element).textContent?.replace(/^[\s\u00a0]+/, '') ?? '';
  const ordered = numbered.test(sign);
  // "List Paragraph" is also the name of a style that many use to indent what is no list.
  if (list === undefined && !ordered && !bullet.test(sign)) return null;
  return { ordered, level: Number(/level(\d)/i.exec(list ?? '')?.[1] ?? 1) };
}

/** The item's text without a sign that was typed into it, where Word did not set the sign apart. */
export function withoutSign(text: string): string {
  return text.replace(numbered, '').replace(bullet, '').trimStart();
}
