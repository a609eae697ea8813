import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runProgram } from './program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Nothing here may leave the machine by itself, and a test machine has no screen. */
export const launchArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function candidates(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const found = ['/usr/bin', ...onPath].flatMap((folder) => names.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...found, macs].filter((path) => existsSync(path));
}

/** Ubuntu's /usr/bin/chromium-browser may be a note that asks for a snap; a downloaded one may lack libraries. */
async function runs(path: string): Promise<boolean> {
  const { status } = await runProgram(path, ['--version'], { timeLimitMs: 20_000 });
  return status === 0;
}

/** The Chromium to test with: the one that CHROMIUM_PATH names, or the first found that runs. */
async function findChromium(): Promise<string | null> {
  const named = process.env['CHROMIUM_PATH'];
  for (const path of named ? [named] : candidates()) if (await runs(path)) return path;
  if (named) throw new Error(`CHROMIUM_PATH names ${named}, which can't be run.`);
  return null;
}

async function installByPlaywright(signal: AbortSignal): Promise<void> {
  console.log('  no Chromium found; downloading one (playwright install chromium) …');
  await runProgram('playwright', ['install', 'chromium'], { timeLimitMs: 180_000, signal });
}

async function installByApt(signal: AbortSignal): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('  no download; installing the system’s (apt-get install chromium) …');
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeLimitMs: 300_000, signal };
  await runProgram('apt-get', ['update'], options);
  const packages = ['chromium', 'fonts-dejavu-core'];
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

/**
 * Finds a Chromium, or installs one.
 * @throws Error with one sentence that says what to do
 */
export async function getChromium(signal: AbortSignal): Promise<string> {
  for (const install of [null, installByPlaywright, installByApt]) {
    if (signal.aborted) break;
    await install?.(signal);
    const found = await findChromium();
    if (found) return found;
  }
  throw new Error(
    'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
