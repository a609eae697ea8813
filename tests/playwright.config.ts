import { defineConfig } from '@playwright/test';
import { launchArgs } from './support/chromium.ts';

// npm test starts the site and names it, the browser and the report's file.
const { TEST_SITE_URL, TEST_REPORT, CHROMIUM_PATH } = process.env;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  // On a machine that others keep busy, one of hundreds of browsers stalls for a minute now and then. What is broken
  // fails twice; what needed a second try is named as flaky at the end.
  retries: 1,
  // Patience costs nothing where a machine is quick.
  expect: { timeout: 20_000 },
  reporter: TEST_REPORT ? [['list'], ['json', { outputFile: TEST_REPORT }]] : 'list',
  use: {
    ...(TEST_SITE_URL ? { baseURL: TEST_SITE_URL } : {}),
    // Not Vietnam's time nor language: what readers see must not depend on theirs.
    locale: 'en-US',
    timezoneId: 'America/New_York',
    launchOptions: { args: launchArgs, ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) },
  },
});
