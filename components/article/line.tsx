import { Fragment, type ReactNode } from 'react';
import type { Run, Line as Runs } from '#lib/body/types.ts';

function marked(run: Run): ReactNode {
  let node: ReactNode = run.text;
  if (run.italic) node = <em>{node}</em>;
  if (run.bold) node = <strong>{node}</strong>;
  if (!run.href) return node;
  // Links inside the paper keep their credit; those out of it are not vouched for.
  const outside = /^https?:/i.test(run.href);
  return (
    <a href={run.href} {...(outside ? { rel: 'noopener nofollow' } : {})}>
      {node}
    </a>
  );
}

/** A line of text with its marks and links. */
export function Line({ runs }: { runs: Runs }) {
  // Runs never move within a finished page, so their place is their key.
  return runs.map((run, place) => <Fragment key={`${place}:${run.text}`}>{marked(run)}</Fragment>);
}
