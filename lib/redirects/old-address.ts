// Old addresses, as another system wrote them: whatever is the same address is the same text.

/** What campaigns add to an address; it leads to the same page. */
const campaign = /^(utm_.*|fbclid|gclid|zalo.*)$/;

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * The one form of an old address: path and query, without a host, a slash at the end or what campaigns add; letters as they
 * are, the query's parts in their order by name. Null for what is no address.
 * @param address  whole or from the root, percent-encoded or not
 */
export function oldAddress(address: string): string | null {
  const text = address.trim();
  if (text === '' || text.length > 2000 || !/^(https?:\/\/|\/)/i.test(text)) return null;
  if (!URL.canParse(text, 'http://old.example')) return null;
  const url = new URL(text.replace(/^\/+/, '/'), 'http://old.example');
  const path = decoded(url.pathname)
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1');
  const query = [...url.searchParams]
    .filter(([name]) => !campaign.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.normalize('NFC'))}`);
  const whole = query.length > 0 ? `${path}?${query.join('&')}` : path;
  return whole.includes('\u0000') ? null : whole;
}
