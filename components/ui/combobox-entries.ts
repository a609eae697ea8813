import { cleanLine } from '#lib/site/text.ts';
import type { Option } from './option.ts';

/** A line of a combobox's list: something that exists, or what was typed, to be made. */
export type Entry = { is: 'option'; option: Option } | { is: 'new'; text: string };

const lower = (text: string) => cleanLine(text).toLocaleLowerCase('vi');

/**
 * The lines of the list: what was found, and last, where new things can be made, what was typed, unless it exists by
 * this very name.
 */
export function entriesOf(
  options: readonly Option[],
  query: string,
  canCreate: boolean,
  isSearching: boolean,
): Entry[] {
  const found: Entry[] = options.map((option) => ({ is: 'option', option }));
  const text = cleanLine(query);
  const exists = options.some((option) => lower(option.label) === lower(text));
  if (!canCreate || text === '' || exists || isSearching) return found;
  return [...found, { is: 'new', text }];
}
