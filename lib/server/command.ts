import { EnvError } from '#lib/site/env.ts';
import { StartProblem } from './problem.ts';

/**
 * Runs one of the npm commands and ends the process with its status. What the person can mend is told in one
 * sentence; a bug keeps its stack.
 */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof StartProblem || error instanceof EnvError) console.error(error.message);
    else console.error(error);
    process.exit(1);
  }
}
