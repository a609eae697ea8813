import type { Page } from '@playwright/test';
import { type ExpectedArticle, plain } from './expected-article.ts';

/** An article's page as a reader has it before them. */
interface ServedArticle {
  titles: string[];
  sections: string[];
  time: string;
  datetime: string;
  sapo: string;
  picks: string[];
  subheads: string[];
  photos: { alt: string; caption: string }[];
  body: string;
  tags: string[];
  authors: string[];
  rail: { alt: string | null; label: string; headline: string; sapo: string; href: string }[];
  more: string | null;
  sizes: number;
}

/** Takes the page apart by what its elements are, in the browser. */
export async function servedArticle(page: Page): Promise<ServedArticle> {
  return await page.evaluate(() => {
    const text = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map(text);
    const rail = [...document.querySelectorAll('aside article')].map((item) => ({
      alt: item.querySelector('img')?.getAttribute('alt') ?? null,
      label: text(item.querySelector('.label')),
      headline: text(item.querySelector('h3')),
      sapo: text(item.querySelector('p')),
      href: item.querySelector('h3 a')?.getAttribute('href') ?? '',
    }));
    return {
      titles: texts('h1'),
      sections: texts('main article header nav a'),
      time: text(document.querySelector('main article header time')),
      datetime: document.querySelector('main article header time')?.getAttribute('datetime') ?? '',
      sapo: text(document.querySelector('.sapo')),
      picks: texts('.picks a'),
      subheads: texts('.body h2, .body h3'),
      photos: [...document.querySelectorAll('main article.article figure')].map((figure) => ({
        alt: figure.querySelector('img')?.getAttribute('alt') ?? '',
        caption: text(figure.querySelector('figcaption')),
      })),
      body: [...document.querySelectorAll('.body :is(p, li, th, td, blockquote footer)')]
        .map(text)
        .join('\n'),
      tags: texts('main article footer nav a'),
      authors: texts('main article footer [rel=author]'),
      rail,
      more: document.querySelector('aside a[data-more]')?.getAttribute('href') ?? null,
      sizes: document.querySelectorAll('.text-size input[type=radio]').length,
    };
  });
}

function differ(what: string, expected: unknown, served: unknown): string[] {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(served)];
  return a === b ? [] : [`${what}: expected ${a}, served ${b}`];
}

function missingLines(lines: string[], body: string): string[] {
  const rest = body.normalize('NFC').split('\n').map(plain);
  return lines.flatMap((line) => {
    const at = rest.indexOf(line);
    if (at < 0) return [`body: missing or out of order: "${line.slice(0, 80)}"`];
    rest.splice(0, at + 1);
    return [];
  });
}

function photoProblems(expected: ExpectedArticle, served: ServedArticle): string[] {
  const alts = differ(
    'alt texts',
    expected.photos.map((one) => one.alt),
    served.photos.map((one) => plain(one.alt)),
  );
  const captions = expected.photos.flatMap(({ caption, credit }, i) => {
    const shown = plain(served.photos[i]?.caption ?? '');
    return shown.startsWith(caption) && shown.endsWith(credit)
      ? []
      : [`caption ${i + 1}: "${caption} | ${credit}" is "${shown}"`];
  });
  return [...alts, ...captions];
}

function railProblems(expected: ExpectedArticle, served: ServedArticle): string[] {
  const incomplete = served.rail.filter((item) => !item.label || !item.headline || !item.sapo);
  const hrefs = served.rail.map((item) => item.href);
  const shownAbove = served.rail.filter((item) =>
    [expected.title, ...expected.picks].includes(item.headline),
  );
  return [
    ...differ('rail items', 10, served.rail.length),
    ...differ('rail items once', hrefs.length, new Set(hrefs).size),
    ...incomplete.map((item) => `rail: no label, headline or sapo: ${JSON.stringify(item)}`),
    ...shownAbove.map((item) => `rail: shown above already: ${item.headline}`),
    ...(served.more ? [] : ['no "Xem thêm"']),
  ];
}

/**
 * What of an article file is not on its page as it should be, a line each; nothing if all of it is. Picks are compared
 * only where they are headlines, which is how files mostly name them.
 */
export function articleProblems(expected: ExpectedArticle, served: ServedArticle): string[] {
  return [
    ...differ('headline', [expected.title], served.titles.map(plain)),
    ...differ('section', expected.section, served.sections.at(-1)),
    ...differ('time', expected.time, served.time),
    ...differ('sapo', expected.sapo, plain(served.sapo)),
    ...differ(
      'picks',
      expected.picks.filter((pick) => typeof pick === 'string').map(plain),
      served.picks.map(plain),
    ),
    ...differ('subheads', expected.subheads, served.subheads.map(plain)),
    ...differ('tags', expected.tags, served.tags),
    ...differ('bylines', expected.authors, served.authors),
    ...differ('text sizes', 3, served.sizes),
    ...missingLines(expected.lines, served.body),
    ...photoProblems(expected, served),
    ...railProblems(expected, served),
  ];
}
