// npm run bench: what is promised of speed, measured. `npm run bench -- list` runs those whose name holds "list";
// `npm run bench -- archive 1000000` makes a newspaper's archive to measure with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { makeTempFolder, sweep } from '#tests/support/temp-folder.ts';
import { archiveCommand } from './archive/command.ts';
import { benchCosts } from './delivery-costs.ts';
import { benchFreshness } from './delivery-freshness.ts';
import { benchSpeed } from './delivery-speed.ts';
import { benchGrowth } from './growth.ts';
import { benchList } from './list.ts';
import { benchRelated } from './related.ts';
import { benchSearch } from './search/search.ts';

const benches: Record<string, () => Promise<object>> = {
  list: benchList,
  growth: benchGrowth,
  search: benchSearch,
  'delivery-speed': benchSpeed,
  'delivery-freshness': benchFreshness,
  'delivery-costs': benchCosts,
  related: benchRelated,
};

const wanted = process.argv.slice(2);
if (wanted[0] === 'archive') process.exit(await archiveCommand(wanted.slice(1)));
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const unknown = wanted.filter((part) => !Object.keys(benches).some((name) => name.includes(part)));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

const folder = join(process.env['DATA_DIR'] || '.data', 'bench');
const file = join(folder, 'latest.json');

/** What was measured before and is not measured now stays. */
function before(): object {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept ? kept : {};
  } catch {
    return {};
  }
}

const temporary = makeTempFolder('bench');
process.env['TEST_TEMP_DIR'] = temporary;
let status = 0;
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (!isWanted(name)) continue;
    console.log(`▸ ${name}`);
    const figures = await bench();
    const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
    mkdirSync(folder, { recursive: true });
    const all = { ...before(), [name]: { at: new Date().toISOString(), machine, ...figures } };
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  }
  console.log(`\nWritten to ${file}`);
} catch (error) {
  console.error(error);
  status = 1;
} finally {
  await sweep(temporary);
}
process.exit(status);
