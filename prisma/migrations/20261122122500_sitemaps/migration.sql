-- How many articles each month's sitemap has, and when what it says last changed: a million articles are not counted when a
-- crawler asks.

CREATE TABLE sitemap_month (
  month DATE NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0,
  readable INTEGER NOT NULL DEFAULT 0,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT sitemap_month_pkey PRIMARY KEY (month)
);

CREATE INDEX article_first_published_at_id_idx ON article (first_published_at, id);

-- The first day of the month, as it is in Viet Nam.
CREATE FUNCTION sitemap_month_of(at timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN date_trunc('month', at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- Once a statement, however many rows it changes; months in one order, so that two statements never wait for each other.
CREATE FUNCTION sitemap_month_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sitemap_month AS kept (month, articles, readable, changed_at)
    SELECT sitemap_month_of(first_published_at), count(*), count(*) FILTER (WHERE status = 'published'), clock_timestamp() FROM added
    WHERE first_published_at IS NOT NULL GROUP BY 1 ORDER BY 1
  ON CONFLICT (month) DO UPDATE
    SET articles = kept.articles + EXCLUDED.articles, readable = kept.readable + EXCLUDED.readable, changed_at = EXCLUDED.changed_at;
  RETURN NULL;
END $$;

CREATE FUNCTION sitemap_month_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sitemap_month AS kept (month, articles, readable, changed_at)
    SELECT sitemap_month_of(at), sum(more), coalesce(sum(more) FILTER (WHERE status = 'published'), 0), clock_timestamp() FROM (
      SELECT side.at, side.more, side.status FROM after JOIN before USING (id)
        CROSS JOIN LATERAL (VALUES
          (before.first_published_at, before.status, -1), (after.first_published_at, after.status, 1)) AS side (at, status, more)
      WHERE ('published' IN (before.status, after.status) OR before.first_published_at IS DISTINCT FROM after.first_published_at)
        AND (before.status, before.slug, before.first_published_at, before.last_published_at, before.cover_id)
          IS DISTINCT FROM (after.status, after.slug, after.first_published_at, after.last_published_at, after.cover_id)
    ) AS changes
    WHERE at IS NOT NULL GROUP BY 1 ORDER BY 1
  ON CONFLICT (month) DO UPDATE
    SET articles = kept.articles + EXCLUDED.articles, readable = kept.readable + EXCLUDED.readable, changed_at = EXCLUDED.changed_at;
  RETURN NULL;
END $$;

CREATE FUNCTION sitemap_month_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sitemap_month AS kept SET articles = kept.articles - gone.articles, readable = kept.readable - gone.readable, changed_at = clock_timestamp()
  FROM (
    SELECT sitemap_month_of(first_published_at) AS month, count(*) AS articles,
      count(*) FILTER (WHERE status = 'published') AS readable FROM removed
    WHERE first_published_at IS NOT NULL GROUP BY 1
  ) AS gone
  WHERE kept.month = gone.month;
  RETURN NULL;
END $$;

CREATE TRIGGER sitemap_month_added AFTER INSERT ON article
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sitemap_month_added();
CREATE TRIGGER sitemap_month_changed AFTER UPDATE ON article
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION sitemap_month_changed();
CREATE TRIGGER sitemap_month_removed AFTER DELETE ON article
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION sitemap_month_removed();

INSERT INTO sitemap_month (month, articles, readable, changed_at)
  SELECT sitemap_month_of(first_published_at), count(*), count(*) FILTER (WHERE status = 'published'), max(greatest(first_published_at, last_published_at, withdrawn_at)) FROM article
  WHERE first_published_at IS NOT NULL GROUP BY 1;
