import { buildIfStale } from './build-site.ts';
import { runCommand } from './command.ts';
import { step } from './steps.ts';

await runCommand(async () => {
  const built = await step('The site is built', buildIfStale);
  if (!built) console.log('  (it already was, from the same sources)');
  return 0;
});
