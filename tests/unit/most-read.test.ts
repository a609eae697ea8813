import { expect, test } from 'vitest';
import { longestBeacon, readBeacon } from '#lib/most-read/beacon.ts';
import { isRobot } from '#lib/most-read/robots.ts';
import { most, Seldom } from '#lib/most-read/seldom.ts';

test('a beacon is an article’s number and nothing else', () => {
  expect(readBeacon('{"id":123}')).toBe(123);
  const wrong = [
    '',
    '{',
    'null',
    '[]',
    '{"id":"1"}',
    '{"id":0}',
    '{"id":1.5}',
    '{"id":1e99}',
    '{"id":1,"who":2}',
  ];
  for (const text of wrong) expect(readBeacon(text), text).toBe(null);
  expect(JSON.stringify({ id: 2_147_483_647 }).length).toBeLessThan(longestBeacon);
});

test('robots say so; browsers within apps that Vietnamese readers use are none', () => {
  const robots = [
    null,
    '',
    'Mozilla/5.0',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/131.0.0.0 Safari/537.36',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'python-requests/2.31.0 (some more words)',
  ];
  for (const agent of robots) expect(isRobot(agent), String(agent)).toBe(true);
  const people = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0 Chrome/120.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/500',
    'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0]',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    'Mozilla/5.0 (Linux; Android 13; CUBOT X30) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
  ];
  for (const agent of people) expect(isRobot(agent), agent).toBe(false);
});

const minute = 60_000;

test('the same reader counts once for an article; another browser, article or address counts', () => {
  const seldom = new Seldom(0);
  expect(seldom.counts(1, '1.1.1.1', 'a', 0)).toBe(true);
  expect(seldom.counts(1, '1.1.1.1', 'a', minute)).toBe(false);
  expect(seldom.counts(1, '1.1.1.1', 'b', minute)).toBe(true);
  expect(seldom.counts(2, '1.1.1.1', 'a', minute)).toBe(true);
  expect(seldom.counts(1, '1.1.1.2', 'a', minute)).toBe(true);
  // What was known of anybody is gone after half an hour.
  expect(seldom.counts(1, '1.1.1.1', 'a', 31 * minute)).toBe(true);
});

test('a flood from one address counts to a bound, for one article and for all; other addresses are not kept out', () => {
  const seldom = new Seldom(0);
  let ofOne = 0;
  for (let n = 0; n < 1000; n++) if (seldom.counts(1, '1.1.1.1', `agent ${n}`, 0)) ofOne++;
  expect(ofOne).toBe(most.perAddressAndArticle);
  let ofAll = 0;
  for (let n = 0; n < 5000; n++) if (seldom.counts(n, '2.2.2.2', 'agent', 0)) ofAll++;
  expect(ofAll).toBeLessThanOrEqual(most.perAddress);
  expect(ofAll).toBeGreaterThan(most.perAddress * 0.95);
  let others = 0;
  for (let n = 0; n < 500; n++) if (seldom.counts(1, `3.3.${n >> 8}.${n & 255}`, 'agent', 0)) others++;
  expect(others).toBeGreaterThan(490);
});
