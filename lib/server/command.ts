import { EnvError } from '#lib/site/env.ts';
import { StartProblem } from './problem.ts';
import { isStopping } from './stop-signals.ts';

/**
 * Runs one of the npm commands and ends the process with its status. What the person can mend is told in one
 * sentence; a bug keeps its stack.
 */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    const status = await main();
    if (isStopping()) return await new Promise<never>(() => {});
    process.exit(status);
  } catch (error) {
    // Whoever asked the process to end sees it end; what broke off half-way is no news.
    if (isStopping()) return await new Promise<never>(() => {});
    if (error instanceof StartProblem || error instanceof EnvError) console.error(error.message);
    else console.error(error);
    process.exit(1);
  }
}
