import { cleanLine } from './text.ts';

/** What a reader asks the search for, as its address says it. */
export interface SearchAddress {
  /** What was typed; may be empty where it is narrowed to something. */
  text: string;
  /** A section's path: its own articles and those of its children. */
  section: string | null;
  /** A byline's name, or its slug. */
  author: string | null;
  /** Days of publication in Viet Nam, "2026-11-22", both of them whole. */
  from: string | null;
  to: string | null;
  order: 'best' | 'newest';
}

/** Longer than any headline; what follows is cut, so that no query costs more than a sentence. */
export const longestQuery = 200;
const longestName = 100;

const clean = (value: string | null, longest: number): string =>
  cleanLine((value ?? '').toWellFormed())
    .slice(0, longest)
    .toWellFormed()
    .trim();

/** A day that there is, within the years that have four digits. */
function readDay(value: string | null): string | null {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value ? null : value;
}

function readSection(value: string | null): string | null {
  return value && value.length <= 200 && /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(value) ? value : null;
}

/** Reads the query of a search's address; what is not understood counts as not there. */
export function readSearchAddress(asked: URLSearchParams): SearchAddress {
  return {
    text: clean(asked.get('q'), longestQuery),
    section: readSection(asked.get('muc')),
    author: clean(asked.get('tac-gia'), longestName) || null,
    from: readDay(asked.get('tu')),
    to: readDay(asked.get('den')),
    order: asked.get('xep') === 'moi' ? 'newest' : 'best',
  };
}

function toParameters({ text, section, author, from, to, order }: SearchAddress): [string, string][] {
  const named: [string, string | null][] = [
    ['q', text || null],
    ['muc', section],
    ['tac-gia', author],
    ['tu', from],
    ['den', to],
    ['xep', order === 'newest' ? 'moi' : null],
  ];
  return named.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** Whether anything is asked for; an order alone is nothing. */
export const isAsked = ({ text, section, author, from, to }: SearchAddress): boolean =>
  text !== '' || [section, author, from, to].some((one) => one !== null);

/** The address of a page of results, as readers see it; of other results than `address`, what `changes` says. */
export function searchPath(address: Partial<SearchAddress>, page = 1): string {
  const whole = { ...readSearchAddress(new URLSearchParams()), ...address };
  const named = toParameters(whole);
  if (page > 1) named.push(['trang', String(page)]);
  const query = named.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query ? `/tim-kiem?${query}` : '/tim-kiem';
}

/**
 * A search as a part of a path: in letters that no address gives a meaning to, and the same however the query was
 * written. Empty where nothing is asked for.
 */
export function packSearch(asked: URLSearchParams): string {
  const address = readSearchAddress(asked);
  if (!isAsked(address)) return '';
  return Buffer.from(JSON.stringify(toParameters(address))).toString('base64url');
}

/** The search again; null for what packSearch never made. */
export function unpackSearch(packed: string): SearchAddress | null {
  try {
    const asked = new URLSearchParams(JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')));
    return packSearch(asked) === packed && packed !== '' ? readSearchAddress(asked) : null;
  } catch {
    // Not JSON, or not what URLSearchParams takes.
    return null;
  }
}
