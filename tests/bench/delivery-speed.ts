import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { askBytes, listArticles, withNewsroom } from './delivery-newsroom.ts';
import { hasProgram, type Load, load, median } from './load.ts';
import { type Measured, residentMegabytes, startNginx, startOurs, startPlainNext } from './rivals.ts';

// An article page from the store, side by side with nginx that has the same bytes as a file and with Next's own server.

const articles = 2000;
const rounds = 5;
const seconds = 4;

interface Row {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  failures: number;
  /** What one answer takes on the wire, headers included. */
  wireBytes: number;
  /** Compressed script that a browser loads for the page, the framework's and ours. */
  scriptBytes: number;
  megabytes: number | null;
}

const styleSheets = /<link rel="stylesheet" href="([^"]+)"/g;
const scripts = /<script[^>]*\ssrc="([^"]+)"/g;

const readHtml = async (server: Measured, path: string): Promise<string> =>
  (await askBytes(server.url + path, 'identity')).body.toString();

/** Addresses of the files that a page names. */
function filesIn(html: string, pattern: RegExp): Set<string> {
  return new Set([...html.matchAll(pattern)].map(([, address = '']) => address.replaceAll('&amp;', '&')));
}

/** Compressed bytes of the scripts that a page names, and those written in it. */
async function scriptBytes(server: Measured, path: string): Promise<number> {
  const html = await readHtml(server, path);
  const inline = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text.length);
  let sum = inline.reduce((all, length) => all + length, 0);
  for (const address of filesIn(html, scripts)) {
    const { body } = await askBytes(new URL(address, server.url).href, 'identity');
    sum += brotliCompressSync(body).length;
  }
  return sum;
}

/** Requests a second for the style sheet, which whoever comes for the first time loads beside the page. */
async function loadStyles(servers: readonly Measured[]): Promise<object> {
  const rates: Record<string, number> = {};
  for (const server of servers) {
    const [address] = filesIn(await readHtml(server, '/'), styleSheets);
    if (!address) continue;
    rates[server.name] = Math.round((await load(server.url + address, seconds)).requestsPerSecond);
  }
  return { styleSheet: rates };
}

async function untilCompressedWell(server: Measured, path: string): Promise<Buffer> {
  let before = -1;
  for (;;) {
    const { body } = await askBytes(server.url + path, 'gzip');
    if (body.length === before) return body;
    before = body.length;
    await sleep(500);
  }
}

async function row(server: Measured, path: string, loads: readonly Load[]): Promise<Row> {
  const { body, headerBytes } = await askBytes(server.url + path, 'gzip');
  const of = (figure: keyof Load) => Math.round(median(loads.map((one) => one[figure])) * 1000) / 1000;
  return {
    name: server.name,
    requestsPerSecond: Math.round(of('requestsPerSecond')),
    p50: of('p50'),
    p99: of('p99'),
    failures: loads.reduce((sum, one) => sum + one.failures, 0),
    wireBytes: body.length + headerBytes,
    scriptBytes: server.name === 'nginx' ? 0 : await scriptBytes(server, path),
    megabytes: residentMegabytes(server.pid),
  };
}

function print(rows: readonly Row[]): void {
  const cells = ({ name, megabytes, ...figures }: Row) =>
    `  ${name.padEnd(12)}${[...Object.values(figures), megabytes ?? '?'].map((value) => String(value).padStart(11)).join('')}`;
  const heads = ['requests/s', 'p50 ms', 'p99 ms', 'failed', 'wire bytes', 'script', 'RSS MB'];
  console.log(`\n  ${''.padEnd(12)}${heads.map((head) => head.padStart(11)).join('')}`);
  for (const one of rows) console.log(cells(one));
}

/** Ratio of each round, and their median: what happens on the machine beside meets both servers of a round. */
function ratio(loads: Map<string, Load[]>, one: string, other: string, figure: keyof Load): number {
  const [above = [], below = []] = [loads.get(one), loads.get(other)];
  const each = above.map((load, round) => load[figure] / (below[round]?.[figure] ?? Number.NaN));
  return Math.round(median(each) * 100) / 100;
}

async function measure(servers: readonly Measured[], path: string): Promise<Map<string, Load[]>> {
  const loads = new Map<string, Load[]>(servers.map(({ name }) => [name, []]));
  for (const server of servers) await load(server.url + path, 2);
  for (let round = 0; round < rounds; round++) {
    for (const server of servers) loads.get(server.name)?.push(await load(server.url + path, seconds));
  }
  return loads;
}

/** Weights of the pages that readers get, in bytes. */
async function weigh(ours: Measured, path: string): Promise<object> {
  const weights: Record<string, object> = {};
  for (const [name, at] of Object.entries({ front: '/', section: '/thoi-su', article: path })) {
    const html = await readHtml(ours, at);
    await untilCompressedWell(ours, at);
    const [br, gzip] = [await askBytes(ours.url + at, 'br'), await askBytes(ours.url + at, 'gzip')];
    let styles = 0;
    for (const sheet of filesIn(html, styleSheets)) {
      styles += (await askBytes(ours.url + sheet, 'br')).body.length;
    }
    weights[name] = {
      plain: Buffer.byteLength(html),
      gzip: gzip.body.length,
      br: br.body.length,
      headers: br.headerBytes,
      styles,
    };
  }
  return { ...weights, ourScript: brotliCompressSync(readFileSync(join('public', 'reader.js'))).length };
}

/** Requests a second, waiting times, weights and memory of the same article from three servers. */
export async function benchSpeed(): Promise<object> {
  if (!(await hasProgram('wrk'))) {
    console.log('  left out: wrk is not installed (Debian: apt install wrk)');
    return { leftOut: 'wrk is not installed' };
  }
  const hasNginx = await hasProgram('nginx');
  if (!hasNginx)
    console.log('  nginx is not installed (Debian: apt install nginx-light): not compared with it');
  return await withNewsroom(articles, async (where) => {
    const [path = '/'] = await listArticles(where.databaseUrl, 1);
    const servers: Measured[] = [];
    try {
      const ours = await startOurs(where);
      servers.push(ours, await startPlainNext(where));
      const gzipped = await untilCompressedWell(ours, path);
      if (hasNginx) servers.push(await startNginx(path, gzipped));
      const same = gunzipSync(gzipped).equals((await askBytes(ours.url + path, 'identity')).body);
      if (!same) throw new Error('the bytes compared are not the same page');
      const loads = await measure(servers, path);
      const rows: Row[] = [];
      for (const server of servers) rows.push(await row(server, path, loads.get(server.name) ?? []));
      print(rows);
      const ratios = {
        ourRequestsToNginx: ratio(loads, 'Tòa Soạn', 'nginx', 'requestsPerSecond'),
        ourRequestsToNext: ratio(loads, 'Tòa Soạn', 'next start', 'requestsPerSecond'),
        ourP99ToNginx: ratio(loads, 'Tòa Soạn', 'nginx', 'p99'),
      };
      const weights = await weigh(ours, path);
      const files = await loadStyles(servers.slice(0, 2));
      for (const one of [ratios, weights, files]) console.log('\n ', JSON.stringify(one));
      return { rounds, seconds, rows, ratios, weights, files };
    } finally {
      for (const server of servers) await server.stop();
    }
  });
}
