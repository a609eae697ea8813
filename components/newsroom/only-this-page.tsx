'use client';
import { usePathname, useSelectedLayoutSegment } from 'next/navigation';
import { Fragment, type ReactNode } from 'react';

// Next keeps the last few pages in the document, hidden, with all that was typed in them. In a newsroom that is a second
// editor under the first: what is left is gone, and what is opened is read anew.

/** What is below a layout, for this address alone. */
export function OnlyThisPage({ children }: { children: ReactNode }) {
  return <Fragment key={usePathname()}>{children}</Fragment>;
}

/** As OnlyThisPage, for the groups of pages below the first layout: with the menu, and without. */
export function OnlyThisGroup({ children }: { children: ReactNode }) {
  return <Fragment key={useSelectedLayoutSegment()}>{children}</Fragment>;
}
