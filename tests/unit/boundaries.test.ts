import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findClientComponents } from '#tests/support/client-components.ts';

let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'toasoan-house-'));
  for (const file of ['.dependency-cruiser.mjs', 'package.json']) cpSync(file, join(house, file));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
});
afterEach(() => rmSync(house, { recursive: true }));

/** Builds a house of these files and gives what its imports break, each as "from → to: rule". */
async function violations(files: Record<string, string>): Promise<string[]> {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), `${source}\n`);
  }
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
  // The exit status is the number of violations; the report tells them all.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: house }).catch(
    (error: { stdout: string }) => error,
  );
  const report = JSON.parse(stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
}

const leaf = 'export const x = 1;';

test('what the house allows breaks no rule', async () => {
  expect(
    await violations({
      'app/(reader)/page.tsx': "import '#lib/front/front.ts'; import '#components/site/masthead.tsx';",
      'components/site/masthead.tsx':
        "import '#lib/site/dates.ts'; import type { T } from '#lib/tags/types.ts';",
      'lib/front/front.ts': "import '#lib/articles/published.ts'; import '#lib/page-cache/tags.ts';",
      'lib/articles/published.ts': "import '#lib/db.ts'; import '#lib/tags/types.ts';",
      'lib/articles/drafts.ts': leaf,
      'lib/server/start.ts': "import '#lib/front/front.ts';",
      'lib/tags/types.ts': 'export type T = string;',
      'lib/page-cache/tags.ts': leaf,
      'lib/site/dates.ts': leaf,
      'lib/db.ts': leaf,
      'tests/unit/a.test.ts': "import '#lib/server/start.ts'; import '#lib/articles/drafts.ts';",
    }),
  ).toEqual([]);
}, 30_000);

test('what it does not allow is found, file by file', async () => {
  const wrong = [
    ['lib/site/climbs.ts', 'app/a.ts', 'nothing-imports-app'],
    ['lib/search/climbs.ts', 'tests/a.ts', 'nothing-imports-tests'],
    ['app/asks-db.ts', 'lib/db.ts', 'app-asks-nouns'],
    ['app/asks-server.ts', 'lib/server/a.ts', 'standing-modules-stay-on-top'],
    ['components/cards/asks.tsx', 'lib/articles/published.ts', 'components-take-props'],
    ['lib/front/climbs.ts', 'lib/import/a.ts', 'standing-modules-stay-on-top'],
    ['lib/articles/climbs.ts', 'lib/related/a.ts', 'articles-stand-on-material'],
    ['lib/tags/climbs.ts', 'lib/articles/a.ts', 'material-knows-no-articles'],
    ['lib/body/climbs.ts', 'lib/articles/a.ts', 'body-knows-no-articles'],
    ['lib/page-cache/climbs.ts', 'lib/tags/a.ts', 'page-cache-below-nouns'],
    ['lib/site/asks-db.ts', 'lib/db.ts', 'site-is-the-floor'],
    ['lib/db.ts', 'lib/site/a.ts', 'db-knows-the-client-only'],
    ['instrumentation.ts', 'lib/front/a.ts', 'instrumentation-stays-small'],
    ['lib/misc/new.ts', 'lib/site/a.ts', 'known-folders'],
  ] as const;
  const targets = Object.fromEntries(wrong.map(([, to]) => [to, leaf]));
  const sources = Object.fromEntries(wrong.map(([from, to]) => [from, `import '#${to}';`]));
  const found = await violations({ ...targets, ...sources });
  expect(found).toEqual(expect.arrayContaining(wrong.map(([from, to, rule]) => `${from} → ${to}: ${rule}`)));
}, 30_000);

test('an import that leads nowhere, a circle, and drafts behind a reader route are found', async () => {
  const found = await violations({
    'app/(reader)/page.tsx': "export { d } from '#lib/front/list.ts';",
    'lib/front/list.ts': "export { d } from '#lib/articles/drafts.ts';",
    'lib/articles/drafts.ts': "export const d = 1; import type { Gone } from '#lib/site/gone.ts';",
    'lib/tags/a.ts': "import './b.ts';",
    'lib/tags/b.ts': "import './a.ts';",
  });
  expect(found.sort()).toEqual([
    'app/(reader)/page.tsx → lib/articles/drafts.ts: readers-never-see-drafts',
    'lib/articles/drafts.ts → #lib/site/gone.ts: resolvable',
    'lib/tags/a.ts → lib/tags/b.ts: no-cycles',
  ]);
}, 30_000);

test("a client component on the readers' side is found, elsewhere it may stand", () => {
  const files = {
    'app/(reader)/tim/[q]/page.tsx': "'use client';",
    'components/cards/card.tsx': '// why\n"use client"\n',
    'components/site/masthead.tsx': '// no "use client" here\nexport {};',
    'components/newsroom/editor.tsx': "'use client';",
    'app/admin/page.tsx': "'use client';",
  };
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
  expect(findClientComponents(house).sort()).toEqual([
    'app/(reader)/tim/[q]/page.tsx',
    'components/cards/card.tsx',
  ]);
});
