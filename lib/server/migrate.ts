import { readEnv } from '#lib/site/env.ts';
import { runCommand } from './command.ts';
import { generateClient } from './generated.ts';

await runCommand(async () => {
  generateClient();
  const { openDatabase } = await import('./database.ts');
  const database = await openDatabase(readEnv(), 'migrating');
  await database.close();
  const { migrated } = database;
  console.log(
    migrated.length > 0 ? `Applied: ${migrated.join(', ')}` : 'Nothing to apply: the database is up to date.',
  );
  return 0;
});
