import type { SectionLink } from '#lib/categories/types.ts';
import type { PaperView } from '#lib/settings/types.ts';
import { ThemeChoice } from './theme-choice.tsx';

function SocialLinks({ social }: Pick<PaperView, 'social'>) {
  if (social.length === 0) return null;
  return (
    <ul className="footer-social" aria-label="Báo trên mạng xã hội">
      {social.map(({ name, href }) => (
        <li key={href}>
          <a href={href} rel="me">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Footer({ paper, sections }: { paper: PaperView; sections: SectionLink[] }) {
  return (
    <footer className="footer">
      <div className="footer-grid">
        <div>
          <p className="footer-name">{paper.name}</p>
          {paper.imprint.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <SocialLinks social={paper.social} />
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
