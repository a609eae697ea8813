import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/support/database.ts';

// The rules that stand in the database itself. Each is tried with a row that is right in all but one thing.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});
beforeEach(async () => {
  await client.query(
    'TRUNCATE category, article, tag, topic, byline, picture, staff, redirect, outbox CASCADE',
  );
});

type Row = Record<string, unknown>;

async function insert(table: string, row: Row): Promise<number> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await client.query<{ id?: number }>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) RETURNING *`,
    Object.values(row),
  );
  return rows[0]?.id ?? 0;
}

/** The name of the rule that refuses the row, or "accepted". */
async function refusal(table: string, row: Row): Promise<string> {
  try {
    await insert(table, row);
    return 'accepted';
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.constraint ?? error.message;
    throw error;
  }
}

const now = new Date('2026-11-22T17:55:00+07:00');
const earlier = new Date('2026-11-22T17:54:00+07:00');
const category = { name: 'Thời sự', slug: 'thoi-su', path: 'thoi-su', updated_at: now };
const named = { name: 'Đô thị', slug: 'do-thi' };
const picture = {
  key: '0123456789abcdef01234567',
  original_name: 'a.jpg',
  original_type: 'image/jpeg',
  original_bytes: 1,
  width: 640,
  height: 480,
  renditions: [320],
  dominant_color: '#a0b0c0',
};
const staff = { email: 'an@bao.example', name: 'An', role: 'editor' };

async function articleRow(changes: Row = {}): Promise<Row> {
  const found = await client.query<{ id: number }>("SELECT id FROM category WHERE path = 'thoi-su'");
  const categoryId = found.rows[0]?.id ?? (await insert('category', category));
  const row = { title: 'Mưa lớn', slug: 'mua-lon', body: '[]', category_id: categoryId, updated_at: now };
  return { ...row, ...changes };
}

async function newArticle(): Promise<number> {
  return await insert('article', await articleRow());
}

describe('an article', () => {
  const published = { status: 'published', sapo: 'Mưa.', first_published_at: now, last_published_at: now };

  test('is accepted as a draft and, whole, as published', async () => {
    expect(await refusal('article', await articleRow())).toBe('accepted');
    expect(await refusal('article', await articleRow(published))).toBe('accepted');
  });

  const decomposed = 'Thủ đô'.normalize('NFD');
  test.each([
    ['a title that is not NFC', { title: decomposed }, 'article_text_nfc'],
    ['a sapo that is not NFC', { sapo: decomposed }, 'article_text_nfc'],
    ['a body that is not NFC', { body: JSON.stringify([{ text: decomposed }]) }, 'article_text_nfc'],
    ['a caption that is not NFC', { cover_caption: decomposed }, 'article_text_nfc'],
    ['no title, published', { ...published, title: '  ' }, 'article_title_given'],
    ['no section, published', { ...published, category_id: null }, 'article_published_whole'],
    ['a slug with capitals', { slug: 'Mua-lon' }, 'article_slug_form'],
    ['a slug that ends in a hyphen', { slug: 'mua-' }, 'article_slug_form'],
    ['no slug', { slug: '' }, 'article_slug_form'],
    ['version 0', { version: 0 }, 'article_version_positive'],
    ['fewer than no words', { word_count: -1 }, 'article_word_count_positive'],
    ['a body that is no list', { body: '{}' }, 'article_body_form'],
    ['published without sapo', { ...published, sapo: '' }, 'article_published_whole'],
    ['published without a time', { status: 'published', sapo: 'Mưa.' }, 'article_published_when'],
    ['published last before first', { ...published, last_published_at: earlier }, 'article_times_in_order'],
    ['published last and never first', { last_published_at: now }, 'article_times_in_order'],
    ['scheduled for no time', { status: 'scheduled', sapo: 'Mưa.' }, 'article_scheduled_when'],
    ['withdrawn at no time', { status: 'withdrawn' }, 'article_withdrawn_when'],
    ['withdrawn and a draft', { withdrawn_at: now }, 'article_withdrawn_when'],
    ['an unknown section', { category_id: 0 }, 'article_category_id_fkey'],
    ['an unknown cover', { cover_id: 0 }, 'article_cover_id_fkey'],
  ])('with %s is refused', async (_, changes, rule) => {
    expect(await refusal('article', await articleRow(changes))).toBe(rule);
  });

  test('is imported once under one source', async () => {
    await insert('article', await articleRow({ source_id: '01.md' }));
    expect(await refusal('article', await articleRow({ source_id: '01.md' }))).toBe('article_source_id_key');
  });

  test('has one revision of each number', async () => {
    const revision = { article_id: await newArticle(), number: 1, content: '{}', reason: 'save' };
    await insert('revision', revision);
    expect(await refusal('revision', revision)).toBe('revision_article_id_number_key');
    expect(await refusal('revision', { ...revision, number: 0 })).toBe('revision_number_positive');
  });

  test('keeps its section and its pictures from being deleted', async () => {
    const article = await newArticle();
    await insert('article_picture', { article_id: article, picture_id: await insert('picture', picture) });
    await expect(client.query('DELETE FROM category')).rejects.toThrow('article_category_id_fkey');
    await expect(client.query('DELETE FROM picture')).rejects.toThrow('article_picture_picture_id_fkey');
  });
});

describe('a section', () => {
  test('may have a child, and no grandchild', async () => {
    const parent = await insert('category', category);
    const child = { ...category, parent_id: parent, slug: 'do-thi', path: 'thoi-su/do-thi' };
    const childId = await insert('category', child);
    const third = { ...category, parent_id: childId, slug: 'nuoc', path: 'thoi-su/do-thi/nuoc' };
    expect(await refusal('category', third)).toBe('category_path_form');
    expect(await refusal('category', child)).toBe('category_path_key');
    expect(await refusal('category', { ...child, path: 'do-thi' })).toBe('category_path_tells_parent');
  });

  test.each([
    ['a path of two levels and no parent', { slug: 'b', path: 'a/b' }, 'category_path_tells_parent'],
    ['a path that ends in another slug', { slug: 'b', path: 'c' }, 'category_path_ends_in_slug'],
    ['a name that is not NFC', { name: 'Thời sự'.normalize('NFD') }, 'category_name_nfc'],
    ['no name', { name: ' ' }, 'category_name_nfc'],
    ['a slug with a space', { slug: 'thoi su', path: 'thoi su' }, 'category_path_form'],
    ['a slug with a doubled hyphen', { slug: 'thoi--su', path: 'thoi--su' }, 'category_slug_form'],
  ])('with %s is refused', async (_, changes, rule) => {
    expect(await refusal('category', { ...category, ...changes })).toBe(rule);
  });

  test.each([
    'admin',
    'api',
    'bai',
    'chu-de',
    'da-go',
    'media',
    'rss',
    'sitemaps',
    'tac-gia',
    'tag',
    'tim',
    'tim-kiem',
    'trang',
    'xem-truoc',
  ])('can’t take the site’s own address /%s', async (slug) => {
    expect(await refusal('category', { ...category, slug, path: slug })).toBe('category_slug_free');
  });

  test('is not its own parent', async () => {
    const id = await insert('category', category);
    const made = client.query("UPDATE category SET parent_id = id, path = 'thoi-su/thoi-su' WHERE id = $1", [
      id,
    ]);
    await expect(made).rejects.toThrow('category_not_its_own_parent');
  });
});

describe.each(['tag', 'topic', 'byline'])('a %s', (table) => {
  test('has a name and a slug that are right and its own', async () => {
    const decomposed = named.name.normalize('NFD');
    expect(await refusal(table, { ...named, name: decomposed })).toBe(`${table}_name_nfc`);
    expect(await refusal(table, { ...named, name: ' ' })).toBe(`${table}_name_nfc`);
    expect(await refusal(table, { ...named, slug: 'đô-thị' })).toBe(`${table}_slug_form`);
    await insert(table, named);
    expect(await refusal(table, { ...named, slug: 'khac' })).toBe(`${table}_name_key`);
    expect(await refusal(table, { ...named, name: 'Khác' })).toBe(`${table}_slug_key`);
  });
});

test('positions of tags and bylines are not negative', async () => {
  const article_id = await newArticle();
  const tag_id = await insert('tag', named);
  const byline_id = await insert('byline', named);
  expect(await refusal('article_tag', { article_id, tag_id, position: -1 })).toBe('article_tag_position');
  expect(await refusal('article_byline', { article_id, byline_id, position: -1 })).toBe(
    'article_byline_position',
  );
});

describe('a picture', () => {
  test.each([
    ['a key that is no hash', { key: '../../etc/passwd' }, 'picture_key_form'],
    ['no width', { width: 0 }, 'picture_size'],
    ['no bytes', { original_bytes: 0 }, 'picture_size'],
    ['no renditions', { renditions: [] }, 'picture_has_renditions'],
    ['a colour in words', { dominant_color: 'red' }, 'picture_color_form'],
    ['a focal point outside', { focal_x: 1.1 }, 'picture_focal_point'],
    ['a credit that is not NFC', { credit: 'Ảnh'.normalize('NFD') }, 'picture_text_nfc'],
  ])('with %s is refused', async (_, changes, rule) => {
    expect(await refusal('picture', { ...picture, ...changes })).toBe(rule);
  });

  test('is kept once', async () => {
    await insert('picture', picture);
    expect(await refusal('picture', picture)).toBe('picture_key_key');
  });
});

describe('picks', () => {
  test('are five at most, each once, never the article itself', async () => {
    const article_id = await newArticle();
    const others: number[] = [];
    for (let i = 0; i < 6; i++) others.push(await newArticle());
    for (const [index, picked_id] of others.slice(0, 5).entries()) {
      await insert('related_pick', { article_id, picked_id, position: index + 1 });
    }
    const pick = (picked_id: number | undefined, position: number, of = article_id) =>
      refusal('related_pick', { article_id: of, picked_id, position });
    expect(await pick(others[5], 6)).toBe('related_pick_position');
    expect(await pick(others[5], 0)).toBe('related_pick_position');
    expect(await pick(others[5], 5)).toBe('related_pick_pkey');
    expect(await pick(article_id, 1, others[0])).toBe('accepted');
    expect(await pick(article_id, 2, others[0])).toBe('related_pick_article_id_picked_id_key');
    expect(await pick(others[1], 1, others[1])).toBe('related_pick_other');
  });
});

describe('pins', () => {
  test.each(['the front page', 'a section front'])(
    'on %s: one article a slot, one slot an article',
    async (front) => {
      const article_id = await newArticle();
      const other = await newArticle();
      const { rows } = await client.query<{ id: number }>('SELECT id FROM category');
      const category_id = front === 'the front page' ? null : rows[0]?.id;
      await insert('pin', { category_id, slot: 1, article_id });
      expect(await refusal('pin', { category_id, slot: 1, article_id: other })).toBe('pin_front_slot_key');
      expect(await refusal('pin', { category_id, slot: 2, article_id })).toBe('pin_front_article_key');
      expect(await refusal('pin', { category_id, slot: 0, article_id: other })).toBe('pin_slot_positive');
      expect(await refusal('pin', { category_id, slot: 2, article_id: other })).toBe('accepted');
    },
  );

  test('on two fronts are told apart', async () => {
    const article_id = await newArticle();
    const { rows } = await client.query<{ id: number }>('SELECT id FROM category');
    await insert('pin', { category_id: null, slot: 1, article_id });
    expect(await refusal('pin', { category_id: rows[0]?.id, slot: 1, article_id })).toBe('accepted');
  });
});

describe('a redirect', () => {
  test.each([
    [{ from_path: 'cu', to_path: '/moi' }],
    [{ from_path: '/cu', to_path: 'https://elsewhere.example/' }],
    [{ from_path: '/cu', to_path: '/cu' }],
  ])('%o is refused', async (row) => {
    expect(await refusal('redirect', row)).toBe('redirect_paths');
  });
});

describe('an account', () => {
  test.each([
    [{ email: 'An@bao.example' }, 'staff_email_lower'],
    [{ email: 'nobody' }, 'staff_email_lower'],
    [{ name: '' }, 'staff_name_nfc'],
    [{ name: 'Ân'.normalize('NFD') }, 'staff_name_nfc'],
  ])('with %o is refused', async (changes, rule) => {
    expect(await refusal('staff', { ...staff, ...changes })).toBe(rule);
  });

  test('has an e-mail address of its own', async () => {
    await insert('staff', staff);
    expect(await refusal('staff', staff)).toBe('staff_email_key');
  });
});

test('a row in the outbox is told to whoever listens, at commit and not before', async () => {
  const heard: string[] = [];
  const listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  try {
    listener.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
    await listener.query('LISTEN toasoan_outbox');
    await client.query('BEGIN');
    const id = await insert('outbox', { reason: 'publish', tags: ['article:1'] });
    await listener.query('SELECT 1');
    expect(heard).toEqual([]);
    await client.query('COMMIT');
    await expect.poll(() => heard).toEqual([`toasoan_outbox ${id}`]);
  } finally {
    await listener.end();
  }
});
