import type { ArticlePage } from '#lib/articles/types.ts';
import { Share } from './share.tsx';

/** Bylines, running story, tags and the ways to share: what stands under the body. */
export function ArticleFooter({ article, url }: { article: ArticlePage; url: string }) {
  return (
    <footer className="article-footer">
      {article.bylines.length > 0 && (
        <p className="bylines">
          {article.bylines.map((byline) => (
            <a key={byline.href} href={byline.href} rel="author">
              {byline.name}
            </a>
          ))}
        </p>
      )}
      {article.topic && (
        <p className="topic-line">
          <span className="label-plain">Dòng sự kiện</span>{' '}
          <a href={article.topic.href}>{article.topic.name}</a>
        </p>
      )}
      {article.tags.length > 0 && (
        <nav aria-label="Thẻ" className="tags">
          <span className="label-plain">Tag</span>
          <ul>
            {article.tags.map((tag) => (
              <li key={tag.id}>
                <a href={tag.href} rel="tag">
                  {tag.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Share url={url} />
    </footer>
  );
}
