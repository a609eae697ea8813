import type { ReactNode } from 'react';

// Next refuses an import of it in server components, whose content it would rather render itself; and what it sees required
// by a path it looks for in every folder of the project.
const { createRequire } = process.getBuiltinModule('node:module');
const { renderToStaticMarkup } = createRequire(`${process.cwd()}/package.json`)(
  'react-dom/server',
) as typeof import('react-dom/server');

/** What is in an element as HTML, at once: nothing of it may wait for anything, nor run in the browser. */
export const toHtml = (element: ReactNode): string => renderToStaticMarkup(element);

/**
 * Renders what is in it to HTML at once. Next renders each element twice, first into its own format for the script that
 * would take the page over, then from that into HTML, and readers' pages have no such script. What is in it must be there
 * already: no component that waits for anything, none that runs in the browser.
 */
export function HtmlOnce({ children }: { children: ReactNode }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is React that has written it
  return <div dangerouslySetInnerHTML={{ __html: toHtml(children) }} />;
}
