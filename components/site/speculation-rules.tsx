import { DataScript } from './data-script.tsx';

const rules = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          // Not a page, or one that is made only for whoever asks for it.
          { not: { href_matches: ['/admin*', '/media/*', '/tim-kiem*', '/rss*', '/xem-truoc*'] } },
          { not: { selector_matches: '[rel~=nofollow], [target=_blank], [data-more]' } },
        ],
      },
      // At a pointer that rests on a link, or a finger that touches it.
      eagerness: 'moderate',
    },
  ],
};

/** Where the browser can, the page behind a link is there before it is opened. */
export const SpeculationRules = () => <DataScript type="speculationrules" value={rules} />;
