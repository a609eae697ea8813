import type { Run } from '#lib/body/types.ts';
import { linkAddress } from '#lib/site/links.ts';

export type Marks = Omit<Run, 'text'>;

/** What an element says of itself in its style, as it was written: browsers drop what they don't know ("mso-list"). */
export const styleOf = (element: Element): string => element.getAttribute('style') ?? '';

function says(element: Element, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i')
    .exec(styleOf(element))?.[1]
    ?.trim()
    .toLowerCase();
}

/** Bold as the style has it, else as the tag has it: Google Docs wraps all it gives in a <b> that is not bold. */
function boldOf(element: Element, before: boolean): boolean {
  const weight = says(element, 'font-weight');
  if (weight) return /^(bold|bolder|[6-9]00)$/.test(weight);
  return before || /^(B|STRONG)$/.test(element.tagName);
}

function italicOf(element: Element, before: boolean): boolean {
  const style = says(element, 'font-style');
  if (style) return /^(italic|oblique)/.test(style);
  return before || /^(I|EM|CITE|DFN)$/.test(element.tagName);
}

/** The address itself, where a search engine or a mail program put its own before it. */
function directAddress(href: string): string {
  const wrapped = URL.parse(href);
  if (wrapped && /(^|\.)google\.[a-z.]+$/.test(wrapped.hostname) && wrapped.pathname === '/url')
    return wrapped.searchParams.get('q') ?? wrapped.searchParams.get('url') ?? href;
  return href;
}

function hrefOf(element: Element): string | null {
  const href = element.tagName === 'A' ? element.getAttribute('href') : null;
  // "#_ftn1" and "file:///C:/…" lead somewhere in that document or on that computer only.
  return href && /^(https?:|mailto:)/i.test(href) ? linkAddress(directAddress(href)) : null;
}

/** The marks of what stands in an element, given those around it. */
export function marksIn(element: Element, around: Marks): Marks {
  const href = hrefOf(element) ?? around.href;
  return {
    ...(boldOf(element, around.bold === true) && { bold: true as const }),
    ...(italicOf(element, around.italic === true) && { italic: true as const }),
    ...(href !== undefined && { href }),
  };
}

/** Not for readers: scripts, what is hidden or was deleted, the program's own notes. */
export function isHidden(element: Element): boolean {
  return (
    /^(SCRIPT|STYLE|TEMPLATE|META|LINK|TITLE|XML|DEL|NOSCRIPT|SVG|BUTTON|INPUT|SELECT|TEXTAREA|O:P|W:.*|M:.*)$/i.test(
      element.tagName,
    ) ||
    says(element, 'display') === 'none' ||
    /mso-hide\s*:\s*all|mso-list\s*:\s*ignore|mso-element\s*:\s*comment/i.test(styleOf(element)) ||
    element.classList.contains('MsoCommentReference')
  );
}
