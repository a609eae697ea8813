// How soon an article of 3,000 words can be written in, and how long a key stroke takes in it, on a CPU slowed to a
// quarter. By hand, against a running site: node tests/bench/editor.ts URL EMAIL PASSWORD
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchArgs } from '#tests/support/chromium.ts';
import { paste } from '#tests/support/editor.ts';

const [url = 'http://localhost:3000', email = '', password = ''] = process.argv.slice(2);
const slowdown = 4;
const rounds = 7;
const keys = 120;
/** Eight keys a second: a quick writer. */
const betweenKeysMs = 125;

const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung', exact: true });

/** An article as long as a long report: subheads, lists, a table, 3,000 words in all. */
function longText(): string {
  const sentence =
    'Sáng nay nước sông Trầm lên nhanh, người dân bến Mành chuyển đồ lên chỗ cao từ lúc trời còn tối. ';
  const paragraph = `<p>${sentence.repeat(4)}</p>`;
  const chapter = `<h2>Nước lên trong đêm</h2>${paragraph.repeat(4)}<ul><li>120 hộ ở bến Mành</li><li>Hai trường học</li></ul>`;
  const table =
    '<table><tr><th>Trạm</th><th>Mực nước</th></tr><tr><td>Bến Mành</td><td>3,2 m</td></tr></table>';
  return `${chapter.repeat(9)}${table}`;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;
const shown = (values: readonly number[], digits = 0) =>
  [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(digits)).join(' / ');

async function begin(page: Page): Promise<string> {
  await page.goto(`${url}/admin/dang-nhap`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'Bài mới' }).first().click();
  await page.getByLabel('Tiêu đề').fill('Bài đo tốc độ trang viết');
  await body(page).press('ControlOrMeta+a');
  await paste(body(page), { html: longText(), text: '' });
  await page
    .getByRole('status')
    .filter({ hasText: /^Đã lưu$/ })
    .waitFor();
  return page.url();
}

/** From the beginning of the navigation until the text can be typed in and the browser has time for a key. */
async function timeToReady(page: Page, article: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(article, { waitUntil: 'commit' });
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const text = document.querySelector(
            '[role="textbox"][aria-label="Nội dung"][contenteditable="true"]',
          );
          if (!text?.textContent?.includes('sông Trầm')) return false;
          observer.disconnect();
          // The next time the browser is free after it has drawn the text.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          return true;
        };
        const observer = new MutationObserver(look);
        if (!look()) observer.observe(document, { childList: true, subtree: true, attributes: true });
      }),
  );
}

interface Typed {
  /** From the key to the next frame drawn, as the browser itself measures it. */
  toPaint: number[];
  /** From the key to the end of all that runs for it. */
  work: number[];
}

async function typeKeys(page: Page): Promise<Typed> {
  await body(page).locator('p').nth(20).click();
  await page.evaluate(() => {
    const found: Typed = { toPaint: [], work: [] };
    Object.assign(globalThis, { typed: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') found.toPaint.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        setTimeout(() => found.work.push(performance.now() - began));
      },
      true,
    );
  });
  await page.keyboard.type('Nước lên nhanh lắm bà con ơi. '.repeat(10).slice(0, keys), {
    delay: betweenKeysMs,
  });
  await page.waitForTimeout(500);
  return await page.evaluate(() => Reflect.get(globalThis, 'typed') as Typed);
}

async function measure(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  const article = await begin(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const ready: number[] = [];
  for (let round = 0; round < rounds; round++) ready.push(await timeToReady(page, article));
  const words = await page.locator('.word-counter').textContent();
  const { toPaint, work } = await typeKeys(page);
  // What was drawn within 16 ms the browser does not even tell of.
  const frames = [...toPaint, ...Array.from({ length: Math.max(0, work.length - toPaint.length) }, () => 16)];
  console.log(`${words}, CPU ${slowdown} times slower; median / 95th percentile / most, in ms`);
  console.log(`ready to type      ${shown(ready)}   (${rounds} times)`);
  console.log(`key to next frame  ${shown(frames)}   (${frames.length} keys)`);
  console.log(`work for a key     ${shown(work, 1)}`);
}

const browser = await chromium.launch({
  args: launchArgs,
  ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
});
try {
  await measure(browser);
} finally {
  await browser.close();
}
