import { db } from '#lib/db.ts';
import { step } from '#lib/server/steps.ts';
import { enter } from '#tests/support/accounts.ts';
import { Draw } from '#tests/support/random.ts';
import { startSite } from '#tests/support/server.ts';
import { makeStaff } from '#tests/support/staff.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { openArchive } from './archives.ts';
import { type Figures, figuresOf, heading, line } from './figures.ts';
import { listKinds } from './list-requests.ts';

// "Bài viết" with a hundred thousand articles, as people ask for it: over HTTP, signed in, whole pages of a built site.

const articles = 100_000;
const targetMs = 200;
/** Tries of each kind of filter by each person: a first page, then any page of what it found. */
const tries = 20;
const secret = 'a secret of the benchmarks, long enough';
const seed = 7;

const people = [
  { who: 'editor in chief (all articles)', role: 'editor_in_chief', sections: [] },
  {
    who: 'managing editor (3 sections)',
    role: 'managing_editor',
    sections: ['thoi-su', 'kinh-te', 'van-hoa'],
  },
] as const;

/** Asks for a page as a browser does; gives how long the whole of it took, and how many pages the list has. */
async function ask(url: string, visitor: Visitor): Promise<{ ms: number; pages: number }> {
  const began = performance.now();
  const response = await fetch(url, { headers: visitor.headers(), redirect: 'error' });
  const html = await response.text();
  const ms = performance.now() - began;
  if (response.status !== 200 || !html.includes('Lọc bài viết'))
    throw new Error(`${url}: ${response.status}`);
  const shown = html.replaceAll('<!-- -->', '').match(/Trang \d+ \/ (\d+)/);
  return { ms, pages: Number(shown?.[1] ?? 1) };
}

/** The times of one kind of filter: of its first pages, and of pages anywhere in what it finds. */
async function time(address: string, visitor: Visitor, next: () => Record<string, string>, draw: Draw) {
  const times: number[] = [];
  for (let n = 0; n < tries; n++) {
    const params = new URLSearchParams(next());
    const first = await ask(`${address}?${params}`, visitor);
    params.set('trang', String(1 + Math.floor(draw.next() * first.pages)));
    const any = await ask(`${address}?${params}`, visitor);
    times.push(first.ms, any.ms);
  }
  return times;
}

async function measure(siteUrl: string, databaseUrl: string): Promise<Record<string, Figures>> {
  const address = `${siteUrl}/admin/bai-viet`;
  const draw = new Draw(seed);
  const byKind: Record<string, Figures> = {};
  const everything: number[] = [];
  for (const { who, role, sections } of people) {
    const visitor = new Visitor('127.0.0.1');
    await enter(visitor, await makeStaff(role, sections, databaseUrl));
    // The site's first pages load its code.
    for (let n = 0; n < 5; n++) await ask(address, visitor);
    console.log(`\n  ${who}\n${heading}`);
    for (const [kind, next] of Object.entries(await listKinds(databaseUrl, seed))) {
      const times = await time(address, visitor, next, draw);
      everything.push(...times);
      byKind[`${role}: ${kind}`] = figuresOf(times);
      console.log(line(kind, figuresOf(times)));
    }
  }
  const all = figuresOf(everything);
  console.log(`\n${heading}\n${line('any page, any filter', all)}`);
  console.log(
    `  ${all.p95 < targetMs ? 'within' : 'NOT within'} the target: under ${targetMs} ms at the 95th percentile`,
  );
  return { all, ...byKind };
}

/** Serves a newsroom's archive and asks for its list; gives the times in milliseconds. */
export async function benchList(): Promise<object> {
  const archive = await step(`${articles} articles are there`, () => openArchive(articles));
  try {
    const databaseUrl = archive.url;
    Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET: secret });
    const site = await step('The site is built and served', () =>
      startSite({ databaseUrl, env: { AUTH_SECRET: secret } }),
    );
    process.env['SITE_URL'] = site.url;
    try {
      return { articles, targetMs, ...(await measure(site.url, databaseUrl)) };
    } finally {
      await site.stop();
      await db().$disconnect();
    }
  } finally {
    await archive.stop();
  }
}
