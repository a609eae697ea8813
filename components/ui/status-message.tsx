import type { ReactNode } from 'react';

interface Props {
  kind?: 'good' | 'warning' | 'danger';
  children: ReactNode;
}

/** A sentence about what just happened or stands in the way, read out when it appears. */
export function StatusMessage({ kind = 'good', children }: Props) {
  return (
    <div role={kind === 'danger' ? 'alert' : 'status'} className={`status-${kind}`}>
      {children}
    </div>
  );
}
