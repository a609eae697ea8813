import { readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { closeOpened, openDatabase } from './database.ts';
import { onStopSignal } from './stop-signals.ts';

await runCommand(async () => {
  const opening = openDatabase(readEnv(), 'migrating');
  onStopSignal(() => closeOpened(opening));
  const database = await opening;
  await database.close();
  const { migrated } = database;
  console.log(
    migrated.length > 0 ? `Applied: ${migrated.join(', ')}` : 'Nothing to apply: the database is up to date.',
  );
  return 0;
});
