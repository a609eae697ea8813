'use client';
import type { ComponentProps } from 'react';
import { FrontDesk } from '#components/newsroom/front/front-desk.tsx';
import { fillSlots } from '#lib/front/compose.ts';

/** The desk with the readers' own rule of what flows into which slot, so that what it shows is what they will get. */
export function Desk(props: Omit<ComponentProps<typeof FrontDesk>, 'fill'>) {
  return <FrontDesk {...props} fill={fillSlots} />;
}
