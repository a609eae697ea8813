import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { MenuItem } from './menu.tsx';
import { ShellHead } from './shell-head.tsx';
import { SignOut } from './sign-out.tsx';

interface Props {
  paperName: string;
  items: readonly MenuItem[];
  person: { name: string; roleName: string };
  /** Whether this person may begin an article. */
  mayWrite: boolean;
  children: ReactNode;
}

/** What stands around every page of the newsroom: the menu, the way to a new article, who is signed in. */
export function Shell({ paperName, items, person, mayWrite, children }: Props) {
  return (
    <div className="shell">
      <a href="#noi-dung" className="skip-link">
        Đến nội dung chính
      </a>
      <ShellHead
        items={items}
        name={
          <Link href="/admin" className="shell-name">
            {paperName}
          </Link>
        }
        start={
          mayWrite && (
            <LinkButton href="/admin/bai-viet/moi" variant="primary">
              Bài mới
            </LinkButton>
          )
        }
        person={
          <div className="shell-person">
            <Link href="/admin/toi" className="shell-person-name">
              <strong>{person.name}</strong>
              <span className="quiet small">{person.roleName}</span>
            </Link>
            <SignOut />
          </div>
        }
      />
      <main id="noi-dung" aria-label="Trang làm việc" tabIndex={-1} className="shell-main">
        {children}
      </main>
    </div>
  );
}
