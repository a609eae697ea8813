import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import type { Role } from '#lib/staff/types.ts';
import { untilItAnswers } from './answering.ts';

/** A member of staff that a test made, with the password to sign in by. */
export interface TestStaff {
  id: number;
  name: string;
  email: string;
  password: string;
  role: Role;
}

const password = 'mat-khau-de-thu-2026';
let hash: Promise<string> | null = null;

/**
 * Adds a member of staff, straight to the database.
 * @param sections  paths of the sections that a limited role works in, as "thoi-su"
 * @param databaseUrl  left out: the test's own (DATABASE_URL), or that of the site the browser tests share
 */
export async function makeStaff(
  role: Role,
  sections: readonly string[] = [],
  databaseUrl = process.env['DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'],
): Promise<TestStaff> {
  if (!databaseUrl) throw new Error('makeStaff was not told which database');
  hash ??= hashPassword(password);
  const name = `Người Thử ${randomBytes(3).toString('hex')}`;
  const email = `${randomBytes(6).toString('hex')}@thu.example`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // One statement, so one transaction.
    const { rows } = await client.query<{ id: number; complete: boolean }>(
      `WITH person AS (INSERT INTO staff (name, email, role) VALUES ($1, $2, $3::staff_role) RETURNING id),
        way_in AS (INSERT INTO account (account_id, provider_id, staff_id, password)
          SELECT id::text, 'credential', id, $4 FROM person),
        sections AS (INSERT INTO staff_category (staff_id, category_id)
          SELECT person.id, category.id FROM person, category WHERE category.path = ANY ($5) RETURNING 1)
      SELECT id, (SELECT count(*) FROM sections) = cardinality($5) AS complete FROM person`,
      [name, email, role, await hash, sections],
    );
    const [made] = rows;
    if (!made?.complete) throw new Error(`no such sections: ${sections.join(', ')}`);
    return { id: made.id, name, email, password, role };
  } finally {
    await client.end();
  }
}

/**
 * Signs a person in as they would themselves, and waits until the newsroom has opened.
 * @param path  the newsroom's page to be on afterwards
 * @param siteUrl  left out: the site that the browser tests share
 */
export async function signIn(page: Page, staff: TestStaff, path = '/admin', siteUrl = ''): Promise<void> {
  await page.goto(`${siteUrl}/admin/dang-nhap?ve=${encodeURIComponent(path)}`);
  await page.getByLabel('Email').fill(staff.email);
  await page.getByLabel('Mật khẩu').fill(staff.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname === new URL(path, url).pathname);
  await untilItAnswers(page);
}
