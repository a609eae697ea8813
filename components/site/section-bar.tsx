import type { SectionLink } from '#lib/categories/types.ts';

function SectionTree({ sections }: { sections: SectionLink[] }) {
  return (
    <ul className="section-tree">
      {sections.map((section) => (
        <li key={section.id}>
          <a href={section.href}>{section.name}</a>
          {section.children.length > 0 && (
            <ul>
              {section.children.map((child) => (
                <li key={child.id}>
                  <a href={child.href}>{child.name}</a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * The paper's sections in one line that scrolls sideways on a phone, and all of them, children too, behind "Mục lục":
 * a <details>, which opens without script.
 */
export function SectionBar({ sections, current }: { sections: SectionLink[]; current?: string | undefined }) {
  return (
    <nav id="chuyen-muc" aria-label="Chuyên mục" className="section-bar">
      <details className="section-menu">
        <summary>Mục lục</summary>
        <div className="section-panel">
          <SectionTree sections={sections} />
        </div>
      </details>
      <ul className="section-line">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={section.href} aria-current={section.href === current ? 'page' : undefined}>
              {section.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
