import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link within the newsroom. Its pages are made for the person who asks, at the moment they ask: there is nothing to
 * fetch ahead, and asking all the same would only be answered "not found".
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}
