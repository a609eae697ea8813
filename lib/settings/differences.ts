import { isDeepStrictEqual } from 'node:util';
import type { PaperSettings } from './schema.ts';

type Leaf = string | boolean | null | string[];

/** Each setting by its path, as "imprint.phone". */
function leavesOf(settings: PaperSettings): Record<string, Leaf> {
  const { masthead, imprint, feeds, policies, checks, ...rest } = settings;
  const nested = Object.entries({ masthead, imprint, feeds, policies, checks }).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]): [string, Leaf] => [`${group}.${name}`, value]),
  );
  return { ...rest, ...Object.fromEntries(nested) };
}

/** What of the settings changed: before and after, by path. */
export function differencesOf(
  before: PaperSettings,
  after: PaperSettings,
): { before: Record<string, Leaf>; after: Record<string, Leaf> } {
  const old = leavesOf(before);
  const changed = Object.entries(leavesOf(after)).filter(
    ([path, value]) => !isDeepStrictEqual(old[path], value),
  );
  return {
    before: Object.fromEntries(changed.map(([path]) => [path, old[path] ?? null])),
    after: Object.fromEntries(changed),
  };
}
