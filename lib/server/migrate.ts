import { readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { openDatabase } from './database.ts';

await runCommand(async () => {
  const database = await openDatabase(readEnv(), 'migrating');
  await database.close();
  const { migrated } = database;
  console.log(
    migrated.length > 0 ? `Applied: ${migrated.join(', ')}` : 'Nothing to apply: the database is up to date.',
  );
  return 0;
});
