-- The newsroom's list of articles: any filter and any page of it in a moment, among a hundred thousand.

-- The list's order, with all that its filters ask beside it: whatever the filter, a page and the count are read from this
-- index alone, and the rows of one page only are fetched.
CREATE INDEX article_list_idx ON article (updated_at DESC, id DESC)
  INCLUDE (status, category_id, created_by_id, first_published_at);

-- The newsroom searches what is not published yet as well; one index serves it and the readers.
DROP INDEX article_search_idx;
CREATE INDEX article_search_idx ON article USING gin (to_tsvector('simple', search_text));

-- Bodies and what is searched stand beside the table, so that lists walk over short rows.
ALTER TABLE article SET (toast_tuple_target = 512);
