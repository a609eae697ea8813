import type { Transaction } from '#lib/db.ts';
import { type Change, change } from '#lib/page-cache/announce.ts';
import { Conflict } from '#lib/site/problems.ts';
import { Prisma } from '#prisma/generated/client.ts';

const mostAttempts = 4;

/** PostgreSQL's own code of what went wrong, as "23505"; null for what is not its doing. */
function databaseCode(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const known: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40P01' };
  const { driverAdapterError } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: string } };
  };
  return known[error.code] ?? driverAdapterError?.cause?.originalCode ?? null;
}

const isRace = (code: string | null) => code === '40P01' || code === '40001';

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
  for (let attempt = 1; ; attempt++) {
    try {
      return await change(reason, async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`toasoan:${kind}`}))`;
        return await work(tx);
      });
    } catch (error) {
      const code = databaseCode(error);
      if (isRace(code) && attempt < mostAttempts) continue;
      if (isRace(code) || code === '23503') {
        throw new Conflict('Người khác đang sửa đúng những mục này. Chưa có gì thay đổi; hãy thử lại.');
      }
      if (code === '23505') {
        throw new Conflict('Tên hoặc địa chỉ này vừa có người dùng. Chưa có gì thay đổi; hãy thử lại.');
      }
      throw error;
    }
  }
}
