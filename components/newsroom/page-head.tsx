import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';

interface Props {
  title: string;
  intro?: ReactNode;
  /** The page that this one belongs to. */
  back?: { href: string; label: string } | undefined;
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/** The head of a newsroom page: its heading, a sentence about it, what can be done. */
export function PageHead({ title, intro, back, children }: Props) {
  return (
    <div className="page-head">
      <div className="page-head-text">
        {back && (
          <p className="page-trail">
            <Link href={back.href}>{back.label}</Link>
          </p>
        )}
        <h1>{title}</h1>
        {intro && <p className="page-head-intro">{intro}</p>}
      </div>
      {children && <div className="buttons">{children}</div>}
    </div>
  );
}
