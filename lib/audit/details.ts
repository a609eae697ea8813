import { roleNames } from '#lib/staff/types.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { detailNames } from './deed-names.ts';

const longest = 400;
const roles = new Map<string, string>(Object.entries(roleNames));
const nameOf = (key: string) => detailNames[key] ?? key;

type Details = Readonly<Record<string, unknown>>;

const isDetails = (value: unknown): value is Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any value in words: lists and what has parts on one line. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(trống)';
  if (Array.isArray(value)) return value.length > 0 ? value.map(inWords).join('; ') : '(trống)';
  if (isDetails(value)) {
    return Object.entries(value)
      .map(([key, part]) => `${nameOf(key)}: ${inWords(part)}`)
      .join(', ');
  }
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return roles.get(String(value)) ?? String(value);
}

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What was changed, each part as "một → hai"; what stayed is left out. */
function changesOf(before: Details, after: Details): [string, string][] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => inWords(before[key]) !== inWords(after[key]));
  return changed.map((key) => [nameOf(key), `${inWords(before[key])} → ${inWords(after[key])}`]);
}

/** A deed's details as lines to read: names and values. */
export function detailLines(details: Prisma.JsonValue): [string, string][] {
  if (!isDetails(details)) return [];
  const { before, after, ...others } = details;
  const isChange = isDetails(before) && isDetails(after);
  const rest = isChange ? others : details;
  const lines = Object.entries(rest).map(([key, value]): [string, string] => [nameOf(key), inWords(value)]);
  if (isChange) lines.push(...changesOf(before, after));
  return lines.map(([name, text]) => [name, shortened(text)]);
}
