// Where the hand is in a form: kept while the form is made anew with a text that others' words were joined to, so that
// the next key goes where the one before it went.

/** A place in a form, found again by what its field is called and by the text around it. */
interface Place {
  field: string;
  /** In a field of plain text: the selection. */
  from: number;
  to: number;
  /** In the body: the block it is in, by its text and its place among the others. */
  block: { text: string; index: number } | null;
  scroll: number;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** What a field is called: the same when it is made anew. */
const nameOf = (element: Element): string => element.id || element.getAttribute('aria-label') || '';

function fieldNamed(name: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable]');
  return [...all].find((element) => nameOf(element) === name) ?? null;
}

/** How many letters of a block come before a point in it. */
function lettersBefore(block: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  return range.toString().length;
}

function placeInBody(root: Element): Pick<Place, 'from' | 'to' | 'block'> | null {
  const selection = getSelection();
  const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 };
  const index = [...root.children].findIndex((child) => focusNode !== null && child.contains(focusNode));
  const block = root.children[index];
  if (!block || !focusNode) return null;
  const from = lettersBefore(block, focusNode, focusOffset);
  return { from, to: from, block: { text: block.textContent, index } };
}

/** Where the hand is now; null where it is in no field. */
export function takePlace(): Place | null {
  const element = document.activeElement;
  // A photo's own fields stand inside the body, and are not it.
  const editable = isTextField(element) ? element : (element?.closest('[contenteditable="true"]') ?? element);
  const field = editable ? nameOf(editable) : '';
  if (!editable || field === '') return null;
  const scroll = window.scrollY;
  if (isTextField(editable)) {
    const { selectionStart, selectionEnd } = editable;
    return { field, from: selectionStart ?? 0, to: selectionEnd ?? 0, block: null, scroll };
  }
  const inBody = editable.matches('[contenteditable="true"]') ? placeInBody(editable) : null;
  return inBody && { field, ...inBody, scroll };
}

/** How many letters two texts begin with alike. */
function alike(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** The block that was typed in: the one of that text, or the one that begins most like it, near where it was. */
function blockAgain(root: Element, { text, index }: NonNullable<Place['block']>): Element | undefined {
  const blocks = [...root.children];
  const near = (at: number) => Math.abs(at - index) / 1000;
  const likeness = blocks.map((block, at) => alike(block.textContent, text) - near(at));
  return blocks[likeness.indexOf(Math.max(...likeness))];
}

function selectIn(block: Element, letters: number): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = letters;
  let last: Node = block;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = node;
    const { length } = node.textContent ?? '';
    if (left <= length) break;
    left -= length;
  }
  const { length } = last.textContent ?? '';
  getSelection()?.collapse(last, last === block ? 0 : Math.min(left, length));
}

function putInto(field: HTMLElement, place: Place): void {
  field.focus({ preventScroll: true });
  if (isTextField(field)) field.setSelectionRange(place.from, place.to);
  const block = place.block && blockAgain(field, place.block);
  if (block) selectIn(block, place.from);
  window.scrollTo({ top: place.scroll });
}

/** Longer than a form takes to be made; after that the hand has gone on by itself. */
const waitMs = 3000;

/**
 * Puts the hand back where it was, in the form that was made anew: at once, or the moment the field is there. The body
 * comes a little after the rest, in the same turn of the browser, so that no key falls in between.
 */
export function putBack(place: Place): void {
  const field = fieldNamed(place.field);
  if (field) {
    putInto(field, place);
    return;
  }
  const watching = new MutationObserver(() => {
    const made = fieldNamed(place.field);
    if (!made) return;
    watching.disconnect();
    putInto(made, place);
  });
  watching.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watching.disconnect(), waitMs);
}
