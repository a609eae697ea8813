import type { ComponentProps } from 'react';
import { Link } from '#components/ui/link.tsx';
import { type ButtonVariant, buttonClass } from './button-class.ts';

interface Props extends ComponentProps<typeof Link> {
  variant?: ButtonVariant | undefined;
}

/** A link to another page of the newsroom that looks like a button. */
export function LinkButton({ variant = 'quiet', className, ...rest }: Props) {
  return <Link {...rest} className={buttonClass(variant, className)} />;
}
