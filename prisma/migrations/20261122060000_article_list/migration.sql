-- The newsroom's list of articles: any filter and any page of it in a moment, among a hundred thousand.

-- AlterTable
ALTER TABLE "article" ADD COLUMN "title_words" TEXT NOT NULL DEFAULT '';

-- Words of one kind: PostgreSQL takes "3.86" for a number and "covid-19" for a word and a number below zero.
UPDATE article SET search_text = regexp_replace(search_text, '[!-/:-@[-`{-~]+', ' ', 'g');
UPDATE article SET title_words = ' ' || btrim(regexp_replace(split_part(search_text, E'\n', 1), '\s+', ' ', 'g')) || ' '
  WHERE title <> '';

-- The list's order, with all that its filters ask beside it: whatever the filter, a page and the count are read from this
-- index alone, and only the rows of one page are fetched.
CREATE INDEX article_list_idx ON article (updated_at DESC, id DESC)
  INCLUDE (status, category_id, created_by_id, first_published_at, title_words);

-- The newsroom searches what is not published yet as well; one index serves it and the readers.
DROP INDEX article_search_idx;
CREATE INDEX article_search_idx ON article USING gin (to_tsvector('simple', search_text));

-- Bodies and what is searched stand beside the table, so that lists walk over short rows.
ALTER TABLE article SET (toast_tuple_target = 512);
