-- Lists of any length: what a page of a section, tag or byline costs depends neither on how many articles there are nor on
-- how far back the page lies.

-- AlterTable
ALTER TABLE "article_tag" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "article_byline" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "published_month" (
    "category_id" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "published_month_pkey" PRIMARY KEY ("category_id","month")
);

-- AddForeignKey
ALTER TABLE "published_month" ADD CONSTRAINT "published_month_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE article_tag SET published_at = first_published_at FROM article WHERE article.id = article_id AND status = 'published';
UPDATE article_byline SET published_at = first_published_at FROM article WHERE article.id = article_id AND status = 'published';

-- DropIndex
DROP INDEX "article_tag_tag_id_article_id_idx";

-- DropIndex
DROP INDEX "article_byline_byline_id_article_id_idx";

-- CreateIndex
CREATE INDEX "article_tag_tag_id_published_at_article_id_idx" ON "article_tag"("tag_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_byline_byline_id_published_at_article_id_idx" ON "article_byline"("byline_id", "published_at" DESC, "article_id" DESC);

-- The month of a time, in UTC: any calendar will do, as long as it is one.
CREATE FUNCTION month_of(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
  RETURN date_trunc('month', moment AT TIME ZONE 'UTC')::date;

INSERT INTO published_month (category_id, month, count)
  SELECT category_id, month_of(first_published_at), count(*) FROM article WHERE status = 'published' GROUP BY 1, 2;

-- Both follow every statement that changes articles, whoever wrote it; many articles at once are one change of a count.
-- Counts are changed in one order, so that two who publish at once wait for each other and never in a circle.
CREATE FUNCTION article_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO published_month (category_id, month, count)
      SELECT category_id, month_of(first_published_at), count(*) FROM come WHERE status = 'published'
      GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT (category_id, month) DO UPDATE SET count = published_month.count + excluded.count;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE published_month SET count = count - left_.many
      FROM (SELECT category_id, month_of(first_published_at) AS month, count(*) AS many FROM gone
        WHERE status = 'published' GROUP BY 1, 2 ORDER BY 1, 2) AS left_
      WHERE published_month.category_id = left_.category_id AND published_month.month = left_.month;
  ELSE
    INSERT INTO published_month (category_id, month, count)
      SELECT category_id, month_of(first_published_at), sum(by) FROM (
        SELECT category_id, first_published_at, 1 AS by FROM come WHERE status = 'published'
        UNION ALL SELECT category_id, first_published_at, -1 FROM gone WHERE status = 'published') AS change
      GROUP BY 1, 2 HAVING sum(by) <> 0 ORDER BY 1, 2
      ON CONFLICT (category_id, month) DO UPDATE SET count = published_month.count + excluded.count;
    WITH changed AS (
      SELECT come.id, CASE WHEN come.status = 'published' THEN come.first_published_at END AS published_at
      FROM come JOIN gone USING (id)
      WHERE (CASE WHEN come.status = 'published' THEN come.first_published_at END)
        IS DISTINCT FROM (CASE WHEN gone.status = 'published' THEN gone.first_published_at END)
    ), tags AS (
      UPDATE article_tag SET published_at = changed.published_at FROM changed WHERE article_id = changed.id
    )
    UPDATE article_byline SET published_at = changed.published_at FROM changed WHERE article_id = changed.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER article_listed_new AFTER INSERT ON article REFERENCING NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION article_listed();
CREATE TRIGGER article_listed_changed AFTER UPDATE ON article REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION article_listed();
CREATE TRIGGER article_listed_gone AFTER DELETE ON article REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION article_listed();

-- A tag that is hung on an article readers have stands in that tag's list at once. Whoever hangs one holds the article's
-- row (lib/articles/locked.ts), so that it is not published or withdrawn meanwhile.
CREATE FUNCTION hanging_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.published_at := (SELECT first_published_at FROM article WHERE id = NEW.article_id AND status = 'published');
  RETURN NEW;
END $$;
CREATE TRIGGER article_tag_listed BEFORE INSERT ON article_tag FOR EACH ROW EXECUTE FUNCTION hanging_listed();
CREATE TRIGGER article_byline_listed BEFORE INSERT ON article_byline FOR EACH ROW EXECUTE FUNCTION hanging_listed();
