// npm run check: the one gate. Every step runs, whatever failed before; a warning counts as a failure.
import { globSync } from 'node:fs';
import { findClientComponents } from './support/client-components.ts';
import { type Finished, runProgram } from './support/program.ts';

const passed: Finished = { status: 0, output: '' };

/** Next writes the types of the routes that there are now; a fresh clone has none, a renamed route has old ones. */
async function checkTypes(): Promise<Finished> {
  const generated = await runProgram('next', ['typegen']);
  if (generated.status !== 0) return generated;
  // All of it: what was kept of the last time did not notice that Prisma's client had been generated anew.
  return await runProgram('tsc', ['--noEmit', '--incremental', 'false', '--pretty']);
}

async function checkReadersSide(): Promise<Finished> {
  const found = findClientComponents();
  if (found.length === 0) return passed;
  return {
    status: 1,
    output: `'use client' stands on the readers' side of the house:\n${found.join('\n')}\n`,
  };
}

async function checkStyle(): Promise<Finished> {
  const done = await runProgram('biome', ['ci', '--error-on-warnings']);
  // Biome's "infos" neither fail nor go away: here they are errors as well.
  return /Found \d+ info/.test(done.output) ? { ...done, status: 1 } : done;
}

const sources = ['app', 'components', 'lib', 'prisma', 'tests', ...globSync('*.ts')];
const steps: [name: string, run: () => Promise<Finished>][] = [
  ['format and lint', checkStyle],
  ['types', checkTypes],
  ['import boundaries', () => runProgram('depcruise', ['--config', '.dependency-cruiser.mjs', ...sources])],
  ["no client code on the readers' side", checkReadersSide],
  ['dead code', () => runProgram('knip', ['--treat-config-hints-as-errors', '--no-progress'])],
];

const began = performance.now();
const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const failed: string[] = [];
for (const [name, run] of steps) {
  const start = performance.now();
  const { status, output } = await run();
  console.log(`${status === 0 ? '✓' : '✗'} ${name.padEnd(38)}${secondsSince(start)}`);
  if (status === 0) continue;
  failed.push(name);
  console.log(output.trimEnd());
}
console.log(
  failed.length === 0
    ? `check passed: ${steps.length} steps in ${secondsSince(began)}`
    : `check FAILED: ${failed.join(', ')} (${failed.length} of ${steps.length} steps, ${secondsSince(began)})`,
);
process.exit(failed.length === 0 ? 0 : 1);
