import localFont from 'next/font/local';

// A module of the readers' own: shared with the newsroom (app/fonts.ts) it becomes a second style sheet on every page.

// One face, Newsreader, in its two parts: what Vietnamese adds to Latin is a file of its own. Both are fetched at
// once; the fallback is measured to the same widths, so that nothing moves when they arrive.

const latin = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-latin',
  adjustFontFallback: 'Times New Roman',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
});

const vietnamese = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-vietnamese-wght-normal.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-vietnamese',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
    },
  ],
});

/** Class names that make the paper's face known to a page. */
export const fontClasses = `${latin.variable} ${vietnamese.variable}`;
