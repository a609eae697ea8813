import { ReaderPage } from '#components/site/reader-page.tsx';
import type { ArticlePage } from '#lib/articles/types.ts';
import type { Frame } from '#lib/front/types.ts';
import { absolute } from '#lib/site/urls.ts';
import { ArticleFooter } from './article-footer.tsx';
import { ArticleHeader } from './article-header.tsx';
import { ArticleBody } from './body.tsx';
import { Figure } from './figure.tsx';
import { type Rail, RelatedRail } from './related-rail.tsx';

interface Props {
  article: ArticlePage;
  rail: Rail;
  frame: Frame;
}

/** An article's page, top to bottom (DESIGN section 3). */
export function ArticleView({ article, rail, frame }: Props) {
  // A cover that also stands in the body is shown there, with its caption, and not twice.
  const cover = article.cover && !(article.cover.key in article.pictures) ? article.cover : null;
  return (
    <ReaderPage frame={frame} current={article.sections[0]?.href}>
      <div className="article-grid">
        <article className="article" data-article={article.id}>
          <ArticleHeader article={article} />
          {cover && (
            <Figure picture={cover} alt={cover.alt} caption={cover.caption} credit={cover.credit} priority />
          )}
          <ArticleBody
            body={article.body}
            pictures={article.pictures}
            boxed={article.boxed}
            firstPictureLeads={!cover}
          />
          <ArticleFooter article={article} url={absolute(article.href)} />
        </article>
        <RelatedRail rail={rail} section={article.sections[0]?.name ?? article.section.name} />
      </div>
    </ReaderPage>
  );
}
