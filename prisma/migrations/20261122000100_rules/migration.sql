-- The newsroom's rules that no program may break, whatever its bugs.

-- Text is NFC: the same word is the same bytes, whoever typed it.
ALTER TABLE article
  ADD CONSTRAINT article_text_nfc CHECK (title IS NFC NORMALIZED AND sapo IS NFC NORMALIZED AND body::text IS NFC NORMALIZED
    AND cover_alt IS NFC NORMALIZED AND cover_caption IS NFC NORMALIZED AND cover_credit IS NFC NORMALIZED),
  ADD CONSTRAINT article_title_given CHECK (btrim(title) <> ''),
  ADD CONSTRAINT article_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT article_version_positive CHECK (version >= 1),
  ADD CONSTRAINT article_word_count_positive CHECK (word_count >= 0),
  ADD CONSTRAINT article_body_form CHECK (jsonb_typeof(body) = 'array'),
  -- A published article has all that a reader's page shows, and its times in order.
  ADD CONSTRAINT article_published_whole CHECK (status <> 'published' OR
    (first_published_at IS NOT NULL AND last_published_at IS NOT NULL AND sapo <> '')),
  ADD CONSTRAINT article_times_in_order CHECK (last_published_at IS NULL OR
    (first_published_at IS NOT NULL AND last_published_at >= first_published_at)),
  ADD CONSTRAINT article_scheduled_when CHECK (status <> 'scheduled' OR go_live_at IS NOT NULL),
  ADD CONSTRAINT article_withdrawn_when CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL));

ALTER TABLE revision ADD CONSTRAINT revision_number_positive CHECK (number >= 1);

-- Two levels, told by the path; an address of the site's own is no section.
ALTER TABLE category
  ADD CONSTRAINT category_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> ''),
  ADD CONSTRAINT category_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT category_path_form CHECK (path ~ '^[a-z0-9-]+(/[a-z0-9-]+)?$'),
  ADD CONSTRAINT category_path_ends_in_slug CHECK (path = slug OR path LIKE '%/' || slug),
  ADD CONSTRAINT category_path_tells_parent CHECK ((parent_id IS NULL) = (path = slug)),
  ADD CONSTRAINT category_not_its_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT category_slug_free CHECK (slug NOT IN
    ('admin', 'api', 'bai', 'chu-de', 'da-go', 'media', 'rss', 'sitemaps', 'tac-gia', 'tag', 'tim', 'tim-kiem', 'trang'));

ALTER TABLE tag
  ADD CONSTRAINT tag_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> ''),
  ADD CONSTRAINT tag_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE topic
  ADD CONSTRAINT topic_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> ''),
  ADD CONSTRAINT topic_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE byline
  ADD CONSTRAINT byline_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> ''),
  ADD CONSTRAINT byline_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE article_tag ADD CONSTRAINT article_tag_position CHECK (position >= 0);
ALTER TABLE article_byline ADD CONSTRAINT article_byline_position CHECK (position >= 0);

ALTER TABLE picture
  ADD CONSTRAINT picture_key_form CHECK (key ~ '^[0-9a-f]{24}$'),
  ADD CONSTRAINT picture_size CHECK (width > 0 AND height > 0 AND original_bytes > 0),
  ADD CONSTRAINT picture_has_renditions CHECK (cardinality(renditions) > 0),
  ADD CONSTRAINT picture_color_form CHECK (dominant_color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT picture_focal_point CHECK (focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1),
  ADD CONSTRAINT picture_text_nfc CHECK (alt IS NFC NORMALIZED AND caption IS NFC NORMALIZED AND credit IS NFC NORMALIZED);

-- At most five picks, never the article itself.
ALTER TABLE related_pick
  ADD CONSTRAINT related_pick_position CHECK (position BETWEEN 1 AND 5),
  ADD CONSTRAINT related_pick_other CHECK (picked_id <> article_id);

-- One article a slot and one slot an article, on each front; no section means the front page.
ALTER TABLE pin ADD CONSTRAINT pin_slot_positive CHECK (slot >= 1);
CREATE UNIQUE INDEX pin_front_slot_key ON pin (category_id, slot) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX pin_front_article_key ON pin (category_id, article_id) NULLS NOT DISTINCT;

ALTER TABLE redirect
  ADD CONSTRAINT redirect_paths CHECK (from_path LIKE '/%' AND to_path LIKE '/%' AND from_path <> to_path);

ALTER TABLE staff
  ADD CONSTRAINT staff_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT staff_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> '');

-- The search of published articles, without marks and without regard to grammar.
CREATE INDEX article_search_idx ON article USING gin (to_tsvector('simple', search_text)) WHERE status = 'published';

-- A row in the outbox is told to every server at commit, whoever wrote it.
CREATE FUNCTION outbox_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('toasoan_outbox', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_notify AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_notify();
