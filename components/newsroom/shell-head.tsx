'use client';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu, type MenuItem } from './menu.tsx';

interface Props {
  name: ReactNode;
  start: ReactNode;
  items: readonly MenuItem[];
  person: ReactNode;
}

/** The menu: a column beside the page, or, where there is no room, a bar over it that unfolds. */
export function ShellHead({ name, start, items, person }: Props) {
  const path = usePathname();
  // Unfolded on one page; the next one has it folded again.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === path;
  return (
    <section aria-label="Thanh đầu" className="shell-head">
      <div className="shell-bar">
        {name}
        <div className="shell-bar-end">
          {start}
          <Button
            className="shell-toggle"
            aria-expanded={isOpen}
            aria-controls="khung-menu"
            onClick={() => setOpenAt(isOpen ? null : path)}
          >
            Menu
          </Button>
        </div>
      </div>
      <div id="khung-menu" className={isOpen ? 'shell-panel shell-panel-open' : 'shell-panel'}>
        <Menu items={items} />
        {person}
      </div>
    </section>
  );
}
