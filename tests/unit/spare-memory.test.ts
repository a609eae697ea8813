import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '#tests/support/program.ts';

/** Every other of many buffers is let go; megabytes in use with that, and a moment after all was cleaned up. */
const program = `
  import { setTimeout as sleep } from 'node:timers/promises';
  import { cleanUp } from '${join(process.cwd(), 'lib/server/spare-memory.ts')}';
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
  let kept = Array.from({ length: 20_000 }, () => Buffer.allocUnsafeSlow(9000).fill(1));
  kept = kept.filter((_, n) => n % 2);
  const before = megabytes();
  cleanUp();
  await sleep(1500);
  console.log(JSON.stringify([before, megabytes(), kept.length]));
`;

const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
// Another C library does as it likes.
const isGnu = header.glibcVersionRuntime !== undefined;

test.runIf(isGnu)('memory that lies free between what is kept goes back to the system', async () => {
  const { status, output } = await runProgram(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--expose-gc',
    '--input-type=module',
    '--eval',
    program,
  ]);
  expect([status, output]).toEqual([0, expect.stringMatching(/^\[\d+,\d+,10000\]\s*$/)]);
  const [before = 0, after = 0] = JSON.parse(output) as number[];
  expect(before - after).toBeGreaterThan(25);
});
