import { createDatabase, startTestPostgres } from '#tests/support/postgres.ts';
import { makeTempFolder, sweep } from '#tests/support/temp-folder.ts';
import { measureQuality } from '#tests/bench/search/quality.ts';
import { db } from '#lib/db.ts';
const t = makeTempFolder('q'); process.env['TEST_TEMP_DIR']=t;
const p = await startTestPostgres();
try { process.env['DATABASE_URL'] = await createDatabase(p.url,'migrated'); await measureQuality(); await db().$disconnect(); } finally { await p.stop(); await sweep(t) }
