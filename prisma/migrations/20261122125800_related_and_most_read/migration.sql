-- CreateTable
CREATE TABLE "article_rail" (
    "article_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "terms" TEXT[],
    "weights" REAL[],
    "related_ids" INTEGER[],
    "scores" REAL[],

    CONSTRAINT "article_rail_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "term_article" (
    "term" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "article_id" INTEGER NOT NULL,

    CONSTRAINT "term_article_pkey" PRIMARY KEY ("term","published_at","article_id")
);

-- CreateTable
CREATE TABLE "term_count" (
    "term" TEXT NOT NULL,
    "articles" INTEGER NOT NULL,

    CONSTRAINT "term_count_pkey" PRIMARY KEY ("term")
);

-- CreateTable
CREATE TABLE "article_reads" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "article_id" INTEGER NOT NULL,
    "reads" INTEGER NOT NULL,

    CONSTRAINT "article_reads_pkey" PRIMARY KEY ("hour","article_id")
);

-- CreateTable
CREATE TABLE "most_read" (
    "span" TEXT NOT NULL,
    "category_id" INTEGER NOT NULL,
    "article_ids" INTEGER[],

    CONSTRAINT "most_read_pkey" PRIMARY KEY ("span","category_id")
);
