import type pg from 'pg';

// What costs most at each row and little when it is made in one go: indexes that no rule stands on, references, and the
// check of NFC, which the archive's words have passed long ago. All of it is read from the database itself, so that a
// migration that adds an index is followed.

const found = `
  SELECT format('DROP INDEX %I', i.indexrelid::regclass) AS away, pg_get_indexdef(i.indexrelid) AS back
  FROM pg_index i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisunique
  UNION ALL
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
    format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid),
      CASE WHEN c.contype = 'c' THEN ' NOT VALID' ELSE '' END)
  FROM pg_constraint c WHERE c.conrelid = ANY ($1::regclass[])
    AND (c.contype = 'f' OR c.conname = 'article_text_nfc')`;

/**
 * Takes them away from these tables, in the caller's transaction.
 * @returns the statements that put them back
 */
export async function dropCostly(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ away: string; back: string }>(found, [tables]);
  for (const { away } of rows) await client.query(away);
  return rows.map((row) => row.back);
}
