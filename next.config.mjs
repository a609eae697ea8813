// Plain JavaScript: for a TypeScript one Next loads its compiler at each start, 22 MB of which stay in memory.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const readerScript = readFileSync('public/reader.js');

/**
 * What stands in readers' pages themselves, and the name by which their policy lets it.
 * @param {string} path
 */
function inlined(path) {
  const text = readFileSync(path, 'utf8').replace(/\n\s*/g, '');
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

const choices = inlined('components/site/choices.js');
const speculationRules = inlined('components/site/speculation-rules.json');

/**
 * Whatever gets into a page by mistake can load nothing from elsewhere, send no form away and frame nothing but the
 * video player that a reader asked for and, in the newsroom, pages of ours.
 * @param {string} scripts
 */
const contentSecurityPolicy = (scripts, frames = '') => ({
  key: 'Content-Security-Policy',
  value: [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `frame-src ${frames}https://www.youtube-nocookie.com`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; '),
});

// The development server evaluates code to reload it.
const policies =
  process.env.NODE_ENV === 'production'
    ? [
        {
          source: '/:path*',
          headers: [contentSecurityPolicy(`'self' ${choices.hash} ${speculationRules.hash}`)],
        },
        // The newsroom keeps React, and React's own inline scripts.
        {
          source: '/admin/:path*',
          headers: [contentSecurityPolicy("'self' 'unsafe-inline'", "'self' ")],
        },
        // As is what people without an account are shown of it.
        {
          source: '/xem-truoc/:path*',
          headers: [contentSecurityPolicy("'self' 'unsafe-inline'", "'self' ")],
        },
      ]
    : [];

/** @type {import('next').NextConfig} */
const config = {
  cacheHandler: join(process.cwd(), 'lib/page-cache/next-handler.ts'),
  // Finished pages are kept whole in our own store; keeping their parts a second time would only age.
  cacheMaxMemorySize: 0,
  // What a page loads first stands in its head, however it is made; React would have it in a header of those made on demand.
  reactMaxHeadersLength: 0,
  poweredByHeader: false,
  // A page's title and description stand in its head from the beginning, whoever asks; not only where Next knows a crawler.
  htmlLimitedBots: /.*/,
  // Pictures are made at import; nobody can have the server make others.
  images: { unoptimized: true },
  typedRoutes: false,
  devIndicators: false,
  // `npm run check` checks the types, tests included; a start of the site does not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The address of our script changes with its content, so that browsers may keep it for ever.
  env: {
    READER_SCRIPT_HASH: createHash('sha256').update(readerScript).digest('hex').slice(0, 10),
    READER_CHOICES_SCRIPT: choices.text,
    READER_SPECULATION_RULES: speculationRules.text,
  },
  serverExternalPackages: [
    'sharp',
    'pg',
    '@prisma/adapter-pg',
    '@tus/server',
    '@tus/file-store',
    'exifreader',
  ],
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/:slug([a-z0-9-]+)-:id(\\d{1,9}).html', destination: '/bai/:id/:slug' },
        // The file by which search engines know our key.
        { source: '/:key([A-Za-z0-9-]{8,128}).txt', destination: '/api/indexnow/:key' },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
  async headers() {
    return [
      {
        source: '/reader.js',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
      },
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        ],
      },
      {
        // The address is the key: it goes nowhere, not even to a link of the page.
        source: '/xem-truoc/:path*',
        headers: [
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        ],
      },
      ...policies,
    ];
  },
};

export default config;
