// Holds article files against the pages of a running site:
//   node tests/compare-articles.ts http://localhost:3000 FILE…
// Prints a line for each file, and what is missing. Exit status 0 only if nothing is.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { chromium } from '@playwright/test';
import { getChromium, launchArgs } from './support/chromium.ts';
import { expectedArticle } from './support/expected-article.ts';
import { articleProblems, servedArticle } from './support/served-article.ts';

const [site = '', ...files] = process.argv.slice(2);
const executablePath = await getChromium(new AbortController().signal);
const browser = await chromium.launch({ executablePath, args: launchArgs });
const page = await browser.newPage({ javaScriptEnabled: false });
let bad = 0;
for (const file of files) {
  const expected = expectedArticle(readFileSync(file, 'utf8'));
  await page.goto(`${site}/tim-kiem?q=${encodeURIComponent(expected.title)}`);
  await page.getByRole('main').getByRole('link', { name: expected.title, exact: true }).first().click();
  const served = await servedArticle(page);
  const problems = articleProblems(expected, served);
  bad += problems.length > 0 ? 1 : 0;
  const counts = `${served.photos.length} photos, ${served.picks.length} picks, ${served.subheads.length} subheads, ${served.rail.length} rail items`;
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${basename(file)}: ${counts}`);
  for (const problem of problems) console.log(`    ${problem}`);
}
await browser.close();
console.log(`${files.length - bad} of ${files.length} files are on their pages whole`);
process.exit(bad === 0 ? 0 : 1);
