import { globSync, readFileSync } from 'node:fs';

// Readers get finished HTML: nothing that their pages are made of may ask for a framework in the browser.
const readersSide = ['app/(reader)/**', 'components/{article,cards,site}/**'];
const directive = /^\s*(['"])use client\1/m;

/** The files on the readers' side that declare themselves client components: none may. */
export function findClientComponents(cwd = process.cwd()): string[] {
  return globSync(
    readersSide.map((folder) => `${folder}/*.{ts,tsx,mjs,js,jsx}`),
    { cwd },
  ).filter((file) => directive.test(readFileSync(`${cwd}/${file}`, 'utf8')));
}
