// The direction of imports: what each part of the house may know. Everything not allowed here is an error.
//
//   app ──▶ components ──▶ lib/*/types, lib/site
//    └────▶ nouns: feeds, sitemaps, related, most-read, search, front ─▶ articles ─▶ categories, tags, topics, media,
//             │      staff, body, words, redirects, audit, settings, queue, health, presence, rails
//             └──▶ page-cache, site, db ──▶ prisma/generated
//   lib/server, lib/import, lib/jobs stand on the nouns and are imported by none of them
//   tests ──▶ everything        nothing ──▶ app, tests

const listing = '(feeds|sitemaps|related|search|front|most-read)';
const material =
  '(categories|tags|topics|bylines|named|media|staff|body|words|redirects|health|audit|settings|queue|presence|rails)';
const nouns = `(${listing}|articles|${material})`;
const standing = '(server|import|jobs)';
const everyFolder = `(${nouns}|${standing}|page-cache|site)`;
/** Any file of ours: what stands in node_modules or in Node itself is no matter of direction. */
const ours = '^(app|components|lib|prisma|tests)/|^[^/]+\\.(ts|tsx|mjs)$';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule('no-cycles', 'Modules that import each other are one module.', {}, { circular: true }),
    rule(
      'resolvable',
      'An import that resolves to nothing escapes every other rule.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'known-folders',
      'A new folder of lib gets its place in this file first.',
      { path: '^lib/', pathNot: `^lib/(${everyFolder}/|db\\.ts$)` },
      {},
    ),
    rule(
      'nothing-imports-app',
      'Routes are the top of the house.',
      { pathNot: '^(app|tests)/' },
      { path: '^app/' },
    ),
    rule(
      'nothing-imports-tests',
      'Tests know the house, not the other way round.',
      { pathNot: '^tests/' },
      { path: '^tests/' },
    ),
    rule(
      'app-asks-nouns',
      'A route asks components, nouns and lib/site, and says how its page is kept: no database, no process.',
      { path: '^app/' },
      { path: ours, pathNot: `^app/|^components/|^lib/(${nouns}|page-cache|site)/` },
    ),
    rule(
      'components-take-props',
      'Components fetch nothing: they know types, lib/site, and what makes two bodies the same.',
      { path: '^components/' },
      { path: ours, pathNot: '^components/|^lib/[^/]+/types\\.ts$|^lib/site/|^lib/body/clean-body\\.ts$' },
    ),
    rule(
      'listings-stand-on-articles',
      'Feeds, sitemaps, related, search and front stand on all other nouns.',
      { path: `^lib/${listing}/` },
      { path: ours, pathNot: `^lib/(${nouns}|page-cache|site)/|^lib/db\\.ts$|^prisma/generated/` },
    ),
    rule(
      'articles-stand-on-material',
      'Articles know what they are made of, and no list that they appear in.',
      { path: '^lib/articles/' },
      {
        path: ours,
        pathNot: `^lib/(articles|${material}|page-cache|site)/|^lib/db\\.ts$|^prisma/generated/`,
      },
    ),
    rule(
      'material-knows-no-articles',
      'Sections, tags, topics, media, staff and body know neither articles nor lists of them.',
      { path: `^lib/${material}/` },
      { path: ours, pathNot: `^lib/(${material}|page-cache|site)/|^lib/db\\.ts$|^prisma/generated/` },
    ),
    rule(
      'body-knows-no-articles',
      'A body can be checked and prepared without knowing where it stands; not even through another module.',
      { path: '^lib/body/' },
      { path: '^lib/articles/', reachable: true },
    ),
    rule(
      'page-cache-below-nouns',
      'The store of pages knows tags and HTML, not news.',
      { path: '^lib/page-cache/' },
      { path: ours, pathNot: '^lib/(page-cache|site)/|^lib/db\\.ts$|^prisma/generated/' },
    ),
    rule(
      'site-is-the-floor',
      'Dates, text, addresses and settings stand on nothing: components use them too.',
      { path: '^lib/site/' },
      { path: ours, pathNot: '^lib/site/' },
    ),
    rule(
      'db-knows-the-client-only',
      'The database client is made from what Prisma generated.',
      { path: '^lib/db\\.ts$' },
      { path: ours, pathNot: '^prisma/generated/' },
    ),
    rule(
      'standing-modules-stay-on-top',
      'The process, the importers and the jobs use the house; the house does not know them.',
      { pathNot: `^lib/${standing}/|^tests/|^prisma/` },
      { path: `^lib/${standing}/` },
    ),
    rule(
      'instrumentation-stays-small',
      "Next's own hook wires the page cache up and does nothing else.",
      { path: '^instrumentation\\.ts$' },
      { path: ours, pathNot: '^lib/(page-cache|site)/' },
    ),
    rule(
      'readers-never-see-drafts',
      'A reader route that can reach drafts or previews, by whatever way, may one day show one.',
      { path: '^app/\\(reader\\)/' },
      { path: '/(drafts|preview)\\.ts$', reachable: true },
    ),
  ],
  options: {
    // swc reads TypeScript (dependency-cruiser does not know version 7 yet) and sees "import type" as well: a type
    // that is known is known.
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/|^prisma/generated/' },
    exclude: { path: '^(\\.next|\\.data|public)/|^next-env\\.d\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
