'use client';
import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant | undefined;
  /** Its work is under way: it can't be pressed again, and keeps the keyboard's place. */
  busy?: boolean | undefined;
}

/** A button; `type` is "button" unless a form's is asked for. */
export function Button({ variant = 'quiet', busy = false, className, onClick, children, ...rest }: Props) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A disabled button would lose the focus, and with it the place of whoever works by keyboard.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-disabled': true, 'aria-busy': true } : {})}
      className={buttonClass(variant, className)}
      onClick={press}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
