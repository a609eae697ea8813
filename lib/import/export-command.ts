import { resolve } from 'node:path';
import { pictureFolders } from '#lib/media/picture-folders.ts';
import { runCommand } from '#lib/server/command.ts';
import { closeOpened, openDatabase } from '#lib/server/database.ts';
import { StartProblem } from '#lib/server/problem.ts';
import { onStopSignal } from '#lib/server/stop-signals.ts';
import { readEnv } from '#lib/site/env.ts';
import { exportArticles } from './export-articles.ts';
import { showProgress } from './progress.ts';

// npm run export -- DIR

await runCommand(async () => {
  const [given, ...more] = process.argv.slice(2);
  if (!given || more.length > 0) {
    throw new StartProblem('Name one folder, empty or new, to export to: npm run export -- DIR');
  }
  const env = readEnv();
  const dir = resolve(process.env['TOASOAN_CWD'] ?? process.cwd(), given);
  const opening = openDatabase(env, 'exporting');
  onStopSignal(() => closeOpened(opening));
  const database = await opening;
  const progress = showProgress('Exporting');
  try {
    const folders = pictureFolders(env.dataDir);
    const report = await exportArticles({ dir, folders, onProgress: progress.update });
    progress.end();
    const { articles, photos, withdrawn, unfinished } = report;
    console.log(`Exported to ${dir}: articles ${articles}, photos ${photos}`);
    if (withdrawn > 0) console.log(`Left out because they are withdrawn: ${withdrawn}`);
    if (unfinished > 0) console.log(`Left out for want of a headline or a section: ${unfinished}`);
    return 0;
  } finally {
    progress.end();
    await database.close();
  }
});
