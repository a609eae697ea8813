import type { ReactNode } from 'react';

/** What stands where a list has nothing: why, and what to do. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <div className="empty stack-tight">{children}</div>;
}
