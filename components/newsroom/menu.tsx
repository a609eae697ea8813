'use client';
import { usePathname } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';

export interface MenuItem {
  href: string;
  label: string;
}

/** The newsroom's pages; the one being shown, or the one it belongs to, is marked. */
export function Menu({ items }: { items: readonly MenuItem[] }) {
  const path = usePathname();
  const isHere = (href: string) => path === href || (href !== '/admin' && path.startsWith(`${href}/`));
  return (
    <nav className="menu" aria-label="Tòa soạn">
      {items.map(({ href, label }) => (
        <Link key={href} href={href} className="menu-link" aria-current={isHere(href) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
