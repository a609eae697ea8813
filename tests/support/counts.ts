import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How a part of the run ended. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };
/** A part that could not even run: one failure, so that it can't be overlooked. */
export const crashed: Counts = { passed: 0, failed: 1, skipped: 0 };

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(
      z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
    ),
  })
  .transform((report): Counts => {
    // A file that can't be loaded, or whose beforeAll throws, fails without a failed test in it.
    const brokenFiles = report.testResults.filter(
      (file) =>
        file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });

const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
    errors: z.array(z.unknown()),
  })
  .transform(
    ({ stats, errors }): Counts => ({
      // A second try in a fresh browser counts; the runner has named, and told the error of, each that needed it.
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }),
  );

const reports = { vitest: vitestReport, playwright: playwrightReport };

/**
 * Reads a runner's JSON report.
 * @param status  the runner's exit status: one that failed without a failed test crashed, and counts as a failure
 */
export function readCounts(runner: keyof typeof reports, file: string, status: number): Counts {
  let counts: Counts;
  try {
    counts = reports[runner].parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${runner} left no report: ${(error as Error).message}`);
    return crashed;
  }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function sum(parts: Counts[]): Counts {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    noCounts,
  );
}
