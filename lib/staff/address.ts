import { isIPv4, isIPv6 } from 'node:net';

const groupsOf = (text: string) => (text ? text.split(':') : []);

/** The first half of an IPv6 address, written out: what one household or office has. */
function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, gap)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Where a request came from, as far as guesses are counted together: an IPv4 address or an IPv6 network. Our server
 * puts the address it believes in X-Forwarded-For (lib/server/client-address.ts); under another one the nearest
 * proxy's word, the last, is taken.
 */
export function addressOf(headers: Headers): string {
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  return isIPv6(mapped) ? network(mapped.replace(/%.*$/, '')) : 'unknown';
}
