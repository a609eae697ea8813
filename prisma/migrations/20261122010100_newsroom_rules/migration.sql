-- What the newsroom may leave open while it writes, and what readers may rely on all the same.

ALTER TABLE article
  DROP CONSTRAINT article_title_given,
  ADD CONSTRAINT article_title_given CHECK (status NOT IN ('scheduled', 'published') OR btrim(title) <> ''),
  DROP CONSTRAINT article_published_whole,
  ADD CONSTRAINT article_published_whole CHECK (status NOT IN ('scheduled', 'published') OR
    (sapo <> '' AND category_id IS NOT NULL)),
  ADD CONSTRAINT article_published_when CHECK (status <> 'published' OR
    (first_published_at IS NOT NULL AND last_published_at IS NOT NULL)),
  ADD CONSTRAINT article_approved_by_someone CHECK (approved_by_id IS NULL OR approved_at IS NOT NULL);

-- One tab at a time holds an article.
CREATE UNIQUE INDEX editing_session_holder_key ON editing_session (article_id) WHERE holding;
-- Who opened, left or took over an article is told to every server at once.
CREATE FUNCTION editing_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('toasoan_editing', COALESCE(NEW.article_id, OLD.article_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER editing_notify_came_or_left AFTER INSERT OR DELETE ON editing_session
  FOR EACH ROW EXECUTE FUNCTION editing_notify();
CREATE TRIGGER editing_notify_took_over AFTER UPDATE OF holding ON editing_session
  FOR EACH ROW WHEN (OLD.holding IS DISTINCT FROM NEW.holding) EXECUTE FUNCTION editing_notify();

ALTER TABLE breaking_news ADD CONSTRAINT breaking_news_text CHECK (text IS NFC NORMALIZED AND btrim(text) <> '');
ALTER TABLE paper_settings ADD CONSTRAINT paper_settings_one_row CHECK (id = 1);
ALTER TABLE picture_key ADD CONSTRAINT picture_key_form CHECK (key ~ '^[0-9a-f]{24}$');
ALTER TABLE category
  DROP CONSTRAINT category_slug_free,
  ADD CONSTRAINT category_slug_free CHECK (slug NOT IN ('admin', 'api', 'bai', 'chu-de', 'da-go', 'media', 'rss', 'sitemaps',
    'tac-gia', 'tag', 'tim', 'tim-kiem', 'trang', 'xem-truoc'));
