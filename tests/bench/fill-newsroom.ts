import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import pg from 'pg';
import { titleWordsOf } from '#lib/articles/search-text.ts';
import { cleanBody } from '#lib/body/clean-body.ts';
import { plainText } from '#lib/body/plain-text.ts';
import { readArticleFile } from '#lib/import/article-file.ts';
import { slugOf, withoutMarks, wordCount } from '#lib/site/text.ts';
import { Draw } from '#tests/support/random.ts';

// A newsroom of ten years, straight into the database: the sample newspaper's words, shuffled into as many articles as
// asked for. The same every time.

const draw = new Draw(20261122);
const roll = () => draw.next();
const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;

interface Words {
  titles: string[];
  sapos: string[];
  paragraphs: string[];
  tags: string[];
}

/** What the sample newspaper is made of. */
function sampleWords(): Words {
  const words: Words = { titles: [], sapos: [], paragraphs: [], tags: [] };
  for (const file of globSync('prisma/sample/articles/*.md').sort()) {
    const { values, blocks } = readArticleFile(readFileSync(file), basename(file, '.md'));
    words.titles.push(values.title);
    words.sapos.push(values.sapo);
    words.tags.push(...values.tags);
    for (const block of blocks) {
      if (!('file' in block) && block.type === 'paragraph') words.paragraphs.push(plainText([block]));
    }
  }
  return { ...words, tags: [...new Set(words.tags)] };
}

const surnames = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh'.split(' ');
const middles = 'Thị Văn Minh Thu Quốc Ngọc Đức Thanh Hữu Xuân Kim Gia'.split(' ');
const given =
  'An Bình Châu Dũng Giang Hà Hạnh Khánh Lan Long Mai Nam Oanh Phúc Quân Sơn Thảo Tùng Vân Yến'.split(' ');
const person = () => `${pick(surnames)} ${pick(middles)} ${pick(given)}`;

const sections = {
  'Thời sự': ['Giao thông', 'Đô thị', 'Chính trị'],
  'Kinh tế': ['Thị trường', 'Doanh nghiệp', 'Nông nghiệp'],
  'Xã hội': ['Việc làm', 'Môi trường', 'An ninh'],
  'Văn hóa': ['Sách', 'Sân khấu', 'Di sản'],
  'Thể thao': ['Bóng đá', 'Bơi lội', 'Phong trào'],
  'Giáo dục': ['Tuyển sinh', 'Học đường'],
  'Sức khỏe': ['Dinh dưỡng', 'Y tế cơ sở'],
  'Công nghệ': ['Khởi nghiệp', 'Chuyển đổi số'],
  'Du lịch': ['Điểm đến', 'Ẩm thực'],
  'Bạn đọc': ['Ý kiến', 'Đường dây nóng'],
};

async function addSections(client: pg.Client): Promise<number[]> {
  const add = async (name: string, slug: string, path: string, parent: number | null, position: number) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO category (name, slug, path, parent_id, position, updated_at)
       VALUES ($1, $2, $3, $4, $5, now()) RETURNING id`,
      [name, slug, path, parent, position],
    );
    return rows[0]?.id ?? 0;
  };
  const ids: number[] = [];
  for (const [index, [name, children]] of Object.entries(sections).entries()) {
    const top = slugOf(name);
    const id = await add(name, top, top, null, index);
    ids.push(id);
    for (const [place, child] of children.entries()) {
      const slug = slugOf(child);
      ids.push(await add(child, slug, `${top}/${slug}`, id, place));
    }
  }
  return ids;
}

const ranks = { editor_in_chief: 2, managing_editor: 5, editor: 20, reporter: 90 } as const;

async function addStaff(client: pg.Client): Promise<number[]> {
  const ids: number[] = [];
  for (const [role, count] of Object.entries(ranks)) {
    for (let n = 1; n <= count; n++) {
      const { rows } = await client.query<{ id: number }>(
        'INSERT INTO staff (email, name, role) VALUES ($1, $2, $3::staff_role) RETURNING id',
        [`${role.replaceAll('_', '-')}.${n}@do.example`, person(), role],
      );
      ids.push(rows[0]?.id ?? 0);
    }
  }
  await client.query(`
    INSERT INTO staff_category (staff_id, category_id)
    SELECT s.id, c.id FROM staff s JOIN category c ON c.parent_id IS NULL AND (c.position + s.id) % 4 = 0
    WHERE s.role IN ('managing_editor', 'editor', 'reporter')`);
  return ids;
}

async function addNames(client: pg.Client, tags: string[]): Promise<void> {
  for (const name of tags) {
    await client.query('INSERT INTO tag (name, slug) VALUES ($1, $2)', [name, slugOf(name)]);
  }
  const bylines = new Set(Array.from({ length: 160 }, person));
  for (const name of bylines) {
    await client.query('INSERT INTO byline (name, slug) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      name,
      slugOf(name),
    ]);
  }
}

/** The paragraphs, twice over, so that an article can begin at any of them and go on. */
async function addParagraphs(client: pg.Client, paragraphs: string[]): Promise<void> {
  const blocks = [...paragraphs, ...paragraphs].map((text) => {
    const [block] = cleanBody([{ type: 'paragraph', line: [{ text }] }]);
    return { block: JSON.stringify(block), plain: withoutMarks(text), words: wordCount(text) };
  });
  await client.query('CREATE TEMP TABLE paragraph (n int PRIMARY KEY, block jsonb, plain text, words int)');
  await client.query(
    'INSERT INTO paragraph SELECT n - 1, b, p, w FROM unnest($1::jsonb[], $2::text[], $3::int[]) WITH ORDINALITY AS t(b, p, w, n)',
    [blocks.map((one) => one.block), blocks.map((one) => one.plain), blocks.map((one) => one.words)],
  );
  await client.query('ANALYZE paragraph');
}

const dayMs = 24 * 60 * 60 * 1000;
const end = Date.UTC(2026, 10, 22, 10);
const years = 10;

/** Of a thousand articles: what a newsroom has lying about beside its archive. */
function rollStatus(): string {
  const n = roll() * 1000;
  if (n < 12) return 'draft';
  if (n < 15) return 'submitted';
  if (n < 18) return 'edited';
  if (n < 19) return 'scheduled';
  return n < 24 ? 'withdrawn' : 'published';
}

function rollArticle({ titles, sapos, paragraphs }: Words, categories: number[], staff: number[]) {
  const head = pick(titles).split(/[,:]/)[0] ?? '';
  const title = `${head}: ${person()} và ${1 + Math.floor(roll() * 3000)} ${pick(['hộ dân', 'công nhân', 'học sinh', 'tấn lúa', 'căn nhà', 'cây xanh'])}`;
  const sapo = pick(sapos);
  const created = new Date(end - roll() * years * 365 * dayMs);
  const published = new Date(Math.min(end, created.getTime() + roll() * dayMs));
  // One in ten is changed again long after.
  const changed =
    roll() < 0.1 ? new Date(published.getTime() + roll() * (end - published.getTime())) : published;
  return {
    title,
    slug: slugOf(title),
    sapo,
    titleWords: titleWordsOf(title),
    plain: withoutMarks(`${title}\n${sapo}`),
    status: rollStatus(),
    category: pick(categories),
    staff: pick(staff),
    created,
    published,
    changed,
    start: Math.floor(roll() * paragraphs.length),
    length: 5 + Math.floor(roll() * 12),
  };
}

async function addArticles(client: pg.Client, rows: ReturnType<typeof rollArticle>[]): Promise<void> {
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  await client.query(
    `INSERT INTO article (title, slug, sapo, agency, status, category_id, created_by_id, created_at, status_since,
       first_published_at, last_published_at, go_live_at, withdrawn_at, approved_at, updated_at, body, word_count, search_text, title_words)
     SELECT title, slug, sapo, 'NBMH', status, category, staff, created, published,
       CASE WHEN status IN ('published', 'withdrawn') THEN published END,
       CASE WHEN status IN ('published', 'withdrawn') THEN changed END,
       CASE WHEN status = 'scheduled' THEN published + interval '11 years' END,
       CASE WHEN status = 'withdrawn' THEN changed END,
       CASE WHEN status IN ('published', 'scheduled') OR (status = 'edited' AND start % 3 = 0) THEN published END,
       changed, text.body, text.words, given.plain || E'\\n' || text.plain, title_words
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::article_status[], $6::int[], $7::int[],
         $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::int[], $12::int[], $13::text[])
       AS given (title, slug, sapo, plain, status, category, staff, created, published, changed, start, length, title_words),
     LATERAL (SELECT jsonb_agg(block ORDER BY n) AS body, sum(words) AS words, string_agg(paragraph.plain, E'\\n' ORDER BY n) AS plain
       FROM paragraph WHERE n >= start AND n < start + length) AS text`,
    [
      column('title'),
      column('slug'),
      column('sapo'),
      column('plain'),
      column('status'),
      column('category'),
      column('staff'),
      column('created'),
      column('published'),
      column('changed'),
      column('start'),
      column('length'),
      column('titleWords'),
    ],
  );
}

const hangings = `
  INSERT INTO article_tag (article_id, tag_id, position)
    SELECT a.id, t.id, k FROM article a CROSS JOIN generate_series(0, 2) AS k
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM tag) AS t
      ON t.place = (a.id * 7 + k * 13) % t.many;
  INSERT INTO article_byline (article_id, byline_id, position)
    SELECT a.id, b.id, 0 FROM article a
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM byline) AS b
      ON b.place = (a.id * 31) % b.many;
  INSERT INTO working_copy (article_id, content, saved_at)
    SELECT id, '{}', updated_at FROM article WHERE status = 'published' AND id % 500 = 0`;

/**
 * Takes away what costs most at each row and is made in one go at the end: the search's index and the check of NFC,
 * which these words have passed long ago. Gives what puts them back.
 */
async function dropCostly(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ index: string; check: string }>(
    `SELECT indexdef AS index, pg_get_constraintdef(c.oid) AS check FROM pg_indexes, pg_constraint c
     WHERE indexname = 'article_search_idx' AND conname = 'article_text_nfc'`,
  );
  await client.query('DROP INDEX article_search_idx; ALTER TABLE article DROP CONSTRAINT article_text_nfc');
  const [{ index, check } = { index: '', check: '' }] = rows;
  return `${index}; ALTER TABLE article ADD CONSTRAINT article_text_nfc ${check} NOT VALID`;
}

const chunk = 2000;

/** Fills a migrated, empty database with a newsroom of `articles` articles. */
export async function fillNewsroom(url: string, articles: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const words = sampleWords();
    const categories = await addSections(client);
    const staff = await addStaff(client);
    await addNames(client, words.tags);
    await addParagraphs(client, words.paragraphs);
    const putBack = await dropCostly(client);
    for (let done = 0; done < articles; done += chunk) {
      const count = Math.min(chunk, articles - done);
      await addArticles(
        client,
        Array.from({ length: count }, () => rollArticle(words, categories, staff)),
      );
    }
    await client.query(putBack);
    await client.query(hangings);
    // What a database in use has done by itself long since.
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}
