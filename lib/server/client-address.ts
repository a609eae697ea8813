import type { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } };

/**
 * The address that a request came from. Each proxy adds the one it was asked by to the end of X-Forwarded-For, so with
 * `proxies` of our own in front, what they wrote is counted from the end; whatever stands before it anybody may have
 * made up.
 */
export function clientAddress({ headers, socket }: Asked, proxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const hops = [...forwarded.split(','), socket.remoteAddress ?? ''].map((hop) => hop.trim()).filter(Boolean);
  return hops.at(-1 - proxies) ?? hops[0] ?? '';
}
