-- CreateTable
CREATE TABLE "tag_former_name" (
    "name" TEXT NOT NULL,
    "tag_id" INTEGER NOT NULL,

    CONSTRAINT "tag_former_name_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "byline_former_name" (
    "name" TEXT NOT NULL,
    "byline_id" INTEGER NOT NULL,

    CONSTRAINT "byline_former_name_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "tag_former_name_tag_id_idx" ON "tag_former_name"("tag_id");

-- CreateIndex
CREATE INDEX "byline_former_name_byline_id_idx" ON "byline_former_name"("byline_id");

-- AddForeignKey
ALTER TABLE "tag_former_name" ADD CONSTRAINT "tag_former_name_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline_former_name" ADD CONSTRAINT "byline_former_name_byline_id_fkey" FOREIGN KEY ("byline_id") REFERENCES "byline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Suggestions while typing: the words of a slug, by how they begin. A slug is a name without its marks.
CREATE INDEX tag_words_idx ON tag USING gin (to_tsvector('simple', replace(slug, '-', ' ')));
CREATE INDEX topic_words_idx ON topic USING gin (to_tsvector('simple', replace(slug, '-', ' ')));
CREATE INDEX byline_words_idx ON byline USING gin (to_tsvector('simple', replace(slug, '-', ' ')));

ALTER TABLE tag_former_name ADD CONSTRAINT tag_former_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> '');
ALTER TABLE byline_former_name ADD CONSTRAINT byline_former_name_nfc CHECK (name IS NFC NORMALIZED AND btrim(name) <> '');
