import type { SectionLink } from '#lib/categories/types.ts';
import { paper } from '#lib/site/paper.ts';
import { ThemeChoice } from './theme-choice.tsx';

export function Footer({ sections }: { sections: SectionLink[] }) {
  return (
    <footer className="footer">
      <div className="footer-grid">
        <div>
          <p className="footer-name">{paper.name}</p>
          {paper.imprint.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <nav aria-label="Chuyên mục cuối trang">
          <ul className="footer-sections">
            {sections.map((section) => (
              <li key={section.id}>
                <a href={section.href}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeChoice />
      </div>
      {paper.notice && <p className="footer-notice">{paper.notice}</p>}
    </footer>
  );
}
