-- Readers' search: a row beside each published article, with what is looked for, in a table of its own, so that those of
-- articles stay short and publishing writes one row more.

-- CreateEnum
CREATE TYPE "search_word_kind" AS ENUM ('word', 'pair', 'name');

-- CreateTable
CREATE TABLE "search_entry" (
    "article_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "quarter" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" INTEGER[],

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "search_waiting" (
    "article_id" INTEGER NOT NULL,

    CONSTRAINT "search_waiting_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "text" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "kind" "search_word_kind" NOT NULL,
    "articles" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("text")
);

-- What the schema file can not say: without a list of what is still to be put in its place: each search would have to read it from end to end.
CREATE INDEX "search_entry_terms_idx" ON "search_entry" USING GIN ("terms") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "search_entry_quarter_idx" ON "search_entry"("quarter");

-- CreateIndex
CREATE INDEX "search_word_plain_idx" ON "search_word"("plain" text_pattern_ops);

-- CreateIndex
CREATE INDEX "search_word_kind_articles_idx" ON "search_word"("kind", "articles" DESC);

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Many rows of one quarter are looked through for the newest of them; their texts stand elsewhere, and numbers do not
-- become shorter by being packed.
ALTER TABLE search_entry SET (toast_tuple_target = 128), ALTER COLUMN terms SET STORAGE EXTERNAL;

-- What was published before has its entry made by the next server that starts.
INSERT INTO search_waiting SELECT id FROM article WHERE status = 'published';
