import type { Page } from '@playwright/test';

/** True where every control that React drew has its handlers, or where no script runs at all. */
function takesPartInThePage(): boolean {
  if (!('__next_f' in self)) return true;
  const propsOf = (element: Element): unknown =>
    Object.entries(element).find(([key]) => key.startsWith('__reactProps$'))?.[1];
  // A reader's page in a preview is HTML from the beginning: what stands in it is not React's.
  const standsInHtml = (element: Element | null): boolean => {
    if (!element) return false;
    const props = propsOf(element);
    const isHtml = typeof props === 'object' && props !== null && 'dangerouslySetInnerHTML' in props;
    return isHtml || standsInHtml(element.parentElement);
  };
  // What is hidden in a form for those without script, React leaves alone.
  const controls = document.querySelectorAll(
    'body :is(a, button, input:not([type="hidden"]), select, textarea, form)',
  );
  return [...controls].every(
    (control) =>
      control.closest('[contenteditable]') || propsOf(control) !== undefined || standsInHtml(control),
  );
}

/**
 * Waits until a page of the newsroom answers to a hand: on a busy machine its script comes seconds after its look, and
 * what is dropped on it before that goes nowhere. Pages for readers have no such script and are not waited for.
 */
export async function untilItAnswers(page: Page): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/admin')) return;
  // A page that never does is for the test to find.
  await page.waitForFunction(takesPartInThePage, undefined, { timeout: 10_000 }).catch(() => {});
}
