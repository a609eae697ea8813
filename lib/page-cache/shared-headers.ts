const known = new Map<string, object>();
const mostKnown = 100;

/** Pages of one kind have the same headers: these, or the very ones that another page has already. Nobody may change them. */
export function sharedHeaders<T extends object>(headers: T): Readonly<T> {
  const text = JSON.stringify(headers);
  const shared = known.get(text);
  if (shared) return shared as T;
  if (known.size >= mostKnown) known.clear();
  known.set(text, headers);
  return headers;
}
