-- The newsroom's list looks for the words of headlines in an index of them; its own need not carry them any more.
CREATE INDEX article_title_words_idx ON article USING gin (to_tsvector('simple', title_words));
DROP INDEX article_list_idx;
CREATE INDEX article_list_idx ON article (updated_at DESC, id DESC)
  INCLUDE (status, category_id, created_by_id, first_published_at);
