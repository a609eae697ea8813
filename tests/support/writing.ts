import { expect, type Page } from '@playwright/test';
import pg from 'pg';

// What tests of writing do: an article to write in, a hand that types, a look at what the server has.

/** Asks a database; gives the rows. */
export async function ask<T extends object>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** A draft of this person's, with these paragraphs; gives its number. */
export async function makeDraft(
  databaseUrl: string,
  staffId: number,
  { title = 'Bài đang viết', paragraphs = ['Đoạn đầu.'] } = {},
): Promise<number> {
  const body = paragraphs.map((text) => ({ type: 'paragraph', line: [{ text }] }));
  const [row] = await ask<{ id: number }>(
    databaseUrl,
    `INSERT INTO article (title, slug, sapo, body, category_id, created_by_id, updated_at)
     SELECT $1, 'bai-dang-viet', 'Sapo.', $2, min(id), $3, now() FROM category RETURNING id`,
    [title, JSON.stringify(body), staffId],
  );
  if (!row) throw new Error('no draft was made');
  return row.id;
}

/** What the server has of a draft: headline, sapo and the paragraphs. */
export async function saved(
  databaseUrl: string,
  id: number,
): Promise<{ title: string; sapo: string; paragraphs: string[] }> {
  const [row] = await ask<{ title: string; sapo: string; body: { line?: { text: string }[] }[] }>(
    databaseUrl,
    'SELECT title, sapo, body FROM article WHERE id = $1',
    [id],
  );
  if (!row) throw new Error(`no article ${id}`);
  const paragraphs = row.body.map((block) => (block.line ?? []).map((run) => run.text).join(''));
  return { title: row.title, sapo: row.sapo, paragraphs };
}

export const headline = (page: Page) => page.getByRole('textbox', { name: 'Tiêu đề', exact: true });
export const sapo = (page: Page) => page.getByRole('textbox', { name: 'Sapo', exact: true });
export const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung', exact: true });
const state = (page: Page) => page.getByRole('status').filter({ hasText: /^Đã lưu$/ });

/** Waits until the page says that the server has everything. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(state(page)).toBeVisible({ timeout: 20_000 });
}

/** Waits until the page says that it has something the server has not. */
export async function expectUnsaved(page: Page): Promise<void> {
  await expect(state(page)).toBeHidden();
}

/** Types at the end of the body, key by key. */
export async function typeInBody(page: Page, text: string): Promise<void> {
  await body(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text, { delay: 15 });
}

/** Opens an article and waits until it can be written in. */
export async function openDraft(page: Page, siteUrl: string, id: number): Promise<void> {
  await page.goto(`${siteUrl}/admin/bai-viet/${id}`);
  await expect(headline(page)).toBeVisible({ timeout: 20_000 });
}
