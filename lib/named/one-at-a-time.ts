import { databaseCode, isRace, type Transaction } from '#lib/db.ts';
import { type Change, change } from '#lib/page-cache/announce.ts';
import { Conflict } from '#lib/site/problems.ts';

/**
 * A change of things that have names and addresses, one after another for each kind of them: of two people who rename
 * or merge at the same moment the second finds what the first has made.
 * @param kind  "tag", "category" …
 * @throws Conflict where an article that is being saved at this moment stands in the way
 */
export async function oneAtATime<T>(
  kind: string,
  reason: string,
  work: (tx: Transaction) => Promise<Change<T>>,
): Promise<T> {
  try {
    return await change(reason, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`toasoan:${kind}`}))`;
      return await work(tx);
    });
  } catch (error) {
    const code = databaseCode(error);
    if (isRace(error) || code === '23503') {
      throw new Conflict('Người khác đang sửa đúng những mục này. Chưa có gì thay đổi; hãy thử lại.');
    }
    if (code === '23505') {
      throw new Conflict('Tên hoặc địa chỉ này vừa có người dùng. Chưa có gì thay đổi; hãy thử lại.');
    }
    throw error;
  }
}
