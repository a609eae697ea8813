export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain';

/** Class names of what looks like a button. */
export function buttonClass(variant: ButtonVariant, more?: string): string {
  return ['button', variant === 'quiet' ? '' : `button-${variant}`, more ?? ''].filter(Boolean).join(' ');
}
