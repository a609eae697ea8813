import localFont from 'next/font/local';

// One face, Newsreader, in three files (fonts/README.md). It is shown if it is there when the page is: the two files that
// every page needs are fetched before all else, but a line too slow for them gets its page in a stand-in, and nothing
// moves under the reader's eyes when they come at last. The stand-ins follow all three in `--serif` (fonts/serif.css): in
// between, as `adjustFontFallback` puts them, they would draw every Vietnamese letter.

const latin = localFont({
  src: './fonts/newsreader-latin.woff2',
  weight: '400 700',
  display: 'optional',
  variable: '--font-latin',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
});

const vietnamese = localFont({
  src: './fonts/newsreader-vietnamese.woff2',
  weight: '400 700',
  display: 'optional',
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

const more = localFont({
  src: './fonts/newsreader-more.woff2',
  weight: '400 700',
  display: 'optional',
  preload: false,
  variable: '--font-more',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+00A1-00A6, U+00A8, U+00AA, U+00AC-00AD, U+00AF, U+00B4, U+00B6, U+00B8-00BA, U+00BF, U+00C4-00C7, U+00CB, U+00CE-00D1, U+00D6, U+00D8, U+00DB-00DC, U+00DE-00DF, U+00E4-00E7, U+00EB, U+00EE-00F1, U+00F6, U+00F8, U+00FB-00FC, U+00FE-00FF, U+0131, U+0152-0153, U+02BC, U+02C6, U+02DA, U+02DC, U+201A, U+2044, U+2215',
    },
  ],
});

/** Class names that make the paper's face known to a page. */
export const fontClasses = `${latin.variable} ${vietnamese.variable} ${more.variable}`;
