import type { Transaction } from '#lib/db.ts';
import { Conflict } from '#lib/site/problems.ts';

/**
 * Makes sure that somebody else can still manage the newsroom, before an administrator is disabled or given another
 * role. All administrators are locked: two who do it to each other at once are one after the other.
 * @throws Conflict
 */
export async function keepAnAdministrator(tx: Transaction, without: number): Promise<void> {
  const active = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM staff WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  if (active.some(({ id }) => id === without) && active.length === 1) {
    throw new Conflict('Đây là quản trị cuối cùng. Hãy giao vai trò quản trị cho một người khác trước.');
  }
}
