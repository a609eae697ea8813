import { renditionName } from '#lib/media/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { absolute, mediaPath } from '#lib/site/urls.ts';

// What pages say to search engines in the words of schema.org, as JSON-LD; which properties, Google's documentation says
// (https://developers.google.com/search/docs/appearance/structured-data).

export type Schema = Record<string, unknown>;

export const context = { '@context': 'https://schema.org' };

const organizationId = (): string => absolute('/#toa-soan');

/** The logo, as large as it is kept; the icon of the site where the paper has none. */
function logo({ logo: picture }: PaperView): Schema {
  const width = picture?.renditions.at(-1);
  if (!picture || !width)
    return { '@type': 'ImageObject', url: absolute('/apple-icon.png'), width: 180, height: 180 };
  const height = Math.round((picture.height * width) / picture.width);
  const url = absolute(mediaPath(renditionName(picture.key, width, 'jpg')));
  return { '@type': 'ImageObject', url, width, height };
}

/** The paper, as every page that it publishes names it. */
export function publisher(paper: PaperView): Schema {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(),
    name: paper.name,
    url: absolute('/'),
    logo: logo(paper),
  };
}

/** What the settings call a policy, as schema.org calls it. */
const policyNames: Record<keyof PaperView['policies'], string> = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  factChecking: 'verificationFactCheckingPolicy',
  unnamedSources: 'unnamedSourcesPolicy',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
  feedback: 'actionableFeedbackPolicy',
};

const whole = (address: string): string => (address.startsWith('/') ? absolute(address) : address);

/** The paper with all that it says of itself. */
export function organization(paper: PaperView): Schema {
  const policies = (Object.keys(policyNames) as (keyof typeof policyNames)[])
    .filter((policy) => paper.policies[policy] !== '')
    .map((policy) => [policyNames[policy], whole(paper.policies[policy])]);
  return {
    ...context,
    ...publisher(paper),
    ...(paper.description ? { description: paper.description } : {}),
    ...(paper.motto ? { slogan: paper.motto } : {}),
    ...(paper.social.length > 0 ? { sameAs: paper.social.map(({ href }) => href) } : {}),
    ...Object.fromEntries(policies),
  };
}

/** The site and its search. */
export function website(paper: PaperView): Schema {
  const urlTemplate = `${absolute('/tim-kiem')}?q={search_term_string}`;
  return {
    ...context,
    '@type': 'WebSite',
    '@id': absolute('/#trang-web'),
    url: absolute('/'),
    name: paper.name,
    inLanguage: 'vi',
    publisher: { '@id': organizationId() },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate },
      'query-input': 'required name=search_term_string',
    },
  };
}

/** A page's place, from the front page down to the page itself. */
export function breadcrumb(trail: readonly { name: string; href: string }[]): Schema {
  return {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: 'Trang nhất', href: '/' }, ...trail].map(({ name, href }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item: absolute(href),
    })),
  };
}
