import pg from 'pg';
import { statusNames } from '#lib/articles/types.ts';
import { Draw } from '#tests/support/random.ts';

// What people ask of the list: each kind of filter, with values as they come, and any page of what it finds.

type Params = Record<string, string>;

/** Kinds of filters, each giving another one of its kind at every call. */
export type Kinds = Record<string, () => Params>;

async function column(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(sql);
    return rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

const day = (draw: Draw, fromYear: number, years: number) =>
  new Date(Date.UTC(fromYear, 0, 1) + draw.next() * years * 365 * 86_400_000).toISOString().slice(0, 10);

/** A stretch of days, from a week to four years. */
function days(draw: Draw): { tu: string; den: string } {
  const tu = day(draw, 2017, 9);
  const length = [7, 30, 365, 4 * 365][Math.floor(draw.next() * 4)] ?? 30;
  return { tu, den: new Date(Date.parse(tu) + length * 86_400_000).toISOString().slice(0, 10) };
}

export async function listKinds(url: string, seed: number): Promise<Kinds> {
  const draw = new Draw(seed);
  const sections = await column(url, 'SELECT id::text AS value FROM category');
  const staff = await column(url, "SELECT 'nv-' || id AS value FROM staff");
  const bylines = await column(url, "SELECT 'bd-' || id AS value FROM byline");
  const titles = await column(url, 'SELECT title AS value FROM article TABLESAMPLE system (1)');
  const status = () => ({ trangthai: draw.one(Object.keys(statusNames)) });
  const section = () => ({ chuyenmuc: draw.one(sections) });
  const author = () => ({ tacgia: draw.one(draw.next() < 0.5 ? staff : bylines) });
  /** One to three words that stand beside each other in some headline. */
  const words = () => {
    const all = draw.one(titles).match(/[\p{L}\p{N}]+/gu) ?? [];
    const from = Math.floor(draw.next() * all.length);
    return { tim: all.slice(from, from + 1 + Math.floor(draw.next() * 3)).join(' ') };
  };
  return {
    'no filter': () => ({}),
    status,
    section,
    author,
    'days of the last change': () => days(draw),
    'days of publication': () => ({ ngay: 'dang', ...days(draw) }),
    'words of a headline': words,
    'words nobody used': () => ({ tim: `zz${Math.floor(draw.next() * 1e6)}` }),
    'words anywhere in the text': () => ({ ...words(), trong: 'bai' }),
    'status, section': () => ({ ...status(), ...section() }),
    'section, author, days': () => ({ ...section(), ...author(), ...days(draw) }),
    'published, section, words': () => ({ trangthai: 'published', ...section(), ...words() }),
    'all of them': () => ({ ...status(), ...section(), ...author(), ...days(draw), ...words() }),
  };
}
