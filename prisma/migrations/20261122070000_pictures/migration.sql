-- Pictures that came in with articles take over what the first of these says of them, where nothing was written yet.
WITH said AS (
  SELECT cover_id AS picture_id, id AS article_id, 0 AS place, cover_alt AS alt, cover_caption AS caption,
    cover_credit AS credit
  FROM article WHERE cover_id IS NOT NULL
  UNION ALL
  SELECT picture.id, article.id, place, block ->> 'alt', block ->> 'caption', block ->> 'credit'
  FROM article
    CROSS JOIN LATERAL jsonb_array_elements(article.body) WITH ORDINALITY AS blocks (block, place)
    JOIN picture ON picture.key = block ->> 'picture'
  WHERE block ->> 'type' = 'photo'
), first AS (
  SELECT DISTINCT ON (picture_id) * FROM said ORDER BY picture_id, article_id, place
)
UPDATE picture SET alt = first.alt, caption = first.caption, credit = first.credit
FROM first
WHERE picture.id = first.picture_id AND picture.alt = '' AND picture.caption = '' AND picture.credit = '';

-- As lib/media/picture-select.ts makes it: name, caption and credit without marks, in lower case.
UPDATE picture SET search_text = lower(replace(replace(regexp_replace(
  normalize(concat_ws(E'\n', nullif(original_name, ''), nullif(caption, ''), nullif(credit, '')), NFD),
  '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd'));

-- "Dùng ở đâu" asks which revisions and working copies name a picture, wherever in their content.
CREATE INDEX revision_pictures_idx ON revision USING gin (jsonb_path_query_array(content, '$.**.picture'));
CREATE INDEX working_copy_pictures_idx ON working_copy USING gin (jsonb_path_query_array(content, '$.**.picture'));
