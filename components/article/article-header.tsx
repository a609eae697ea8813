import { PublishedTime } from '#components/site/published-time.tsx';
import type { ArticlePage } from '#lib/articles/types.ts';
import { TextSize } from './text-size.tsx';

/** From the section to the picks: what stands above the body. */
export function ArticleHeader({ article }: { article: ArticlePage }) {
  return (
    <header className="article-header">
      <div className="article-meta">
        <nav aria-label="Vị trí" className="breadcrumb">
          {article.sections.map((section) => (
            <a key={section.href} href={section.href} className="label">
              {section.name}
            </a>
          ))}
        </nav>
        <PublishedTime at={article.publishedAt} className="article-time" />
        {article.updatedAt && (
          <span className="article-time">
            Cập nhật <PublishedTime at={article.updatedAt} />
          </span>
        )}
      </div>
      <h1>{article.title}</h1>
      <TextSize />
      <p className="sapo">
        {article.agency && <span className="agency">{article.agency} - </span>}
        {article.sapo}
      </p>
      {article.picks.length > 0 && (
        <ul className="picks" aria-label="Bài liên quan">
          {article.picks.map((pick) => (
            <li key={pick.id}>
              <a href={pick.href}>{pick.title}</a>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
