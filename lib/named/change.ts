import type { Transaction } from '#lib/db.ts';
import { forgetRedirectsTo, leaveRedirect } from '#lib/redirects/leave.ts';
import { Invalid } from '#lib/site/problems.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { holdArticles, pagesShowing, renameInSearch } from './articles.ts';
import { demandUnchanged } from './input.ts';
import { atStart, countUses, holdNamed, holdOne, type Kind, type Named, tableOf } from './kind.ts';
import { claimName, forgetFormerName, keepFormerNames } from './names.ts';

// The steps of the desk's verbs that tags, running stories and bylines share. The verbs themselves (who may, the audit
// entry) are in those folders.

/** Gives it another name: its address follows, and the old one leads there. */
async function rename(tx: Transaction, kind: Kind, before: Named, name: string): Promise<Named> {
  if (name === before.name) return before;
  const slug = await claimName(tx, kind, name, before);
  await renameInSearch(tx, kind, before, name);
  await forgetFormerName(tx, kind, name);
  await tx.$executeRaw`UPDATE ${tableOf(kind)} SET name = ${name}, slug = ${slug} WHERE id = ${before.id}`;
  await keepFormerNames(tx, kind, [before], { id: before.id, name });
  if (slug !== before.slug) await leaveRedirect(tx, kind.pathOf(before.slug), kind.pathOf(slug));
  return { ...before, name, slug };
}

/** What happened to which, for the audit log and for the pages. */
export interface Merged {
  into: Named;
  from: Named[];
  articles: number;
  tags: string[];
}

/**
 * Puts several into one: each article keeps it once, where the first of them stood; the old addresses lead to it, and
 * where it had no text about it, it takes one of theirs.
 * @throws Missing, Invalid (one of them is the one they are put into)
 */
export async function mergeInto(
  tx: Transaction,
  kind: Kind,
  fromIds: readonly number[],
  intoId: number,
): Promise<Merged> {
  if (fromIds.includes(intoId)) {
    throw new Invalid(`Không thể nhập một ${kind.word} vào chính nó.`, { into: 'Hãy chọn một mục khác.' });
  }
  const all = [...new Set(fromIds), intoId];
  await holdArticles(tx, kind, all);
  const rows = await holdNamed(tx, kind, all);
  const into = await holdOne(tx, kind, intoId);
  const from = rows.filter((row) => row.id !== intoId);
  const ids = from.map((row) => row.id);
  const tags = await pagesShowing(tx, kind, ids);
  const articles = await countUses(tx, kind, ids);
  for (const row of from) await renameInSearch(tx, kind, row, into.name);
  await kind.move(tx, ids, into.id);
  await keepFormerNames(tx, kind, from, into);
  for (const row of from) await leaveRedirect(tx, kind.pathOf(row.slug), kind.pathOf(into.slug));
  await takeText(tx, kind, into, from);
  await tx.$executeRaw`DELETE FROM ${tableOf(kind)} WHERE id = ANY(${ids})`;
  return { into, from, articles, tags: [...tags, kind.pageTag(into.id)] };
}

async function takeText(tx: Transaction, kind: Kind, into: Named, from: readonly Named[]): Promise<void> {
  const text = from.find((row) => row.text !== '')?.text;
  if (into.text !== '' || text === undefined) return;
  const column = Prisma.raw(`"${kind.text}"`);
  await tx.$executeRaw`UPDATE ${tableOf(kind)} SET ${column} = ${text} WHERE id = ${into.id}`;
}

/**
 * Deletes what hangs on no article.
 * @throws Missing; Invalid, for the field `into`, where articles need another place first
 */
export async function removeUnused(
  tx: Transaction,
  kind: Kind,
  id: number,
): Promise<{ removed: Named; tags: string[] }> {
  const removed = await holdOne(tx, kind, id);
  const uses = await countUses(tx, kind, [id]);
  if (uses > 0) {
    const message = `${uses} bài đang mang ${kind.word} “${removed.name}”. Hãy chọn ${kind.word} nhận những bài này.`;
    throw new Invalid(message, { into: message });
  }
  await forgetRedirectsTo(tx, kind.pathOf(removed.slug));
  const tags = await pagesShowing(tx, kind, [id]);
  await tx.$executeRaw`DELETE FROM ${tableOf(kind)} WHERE id = ${id}`;
  return { removed, tags };
}

/** Adds a new one; an address that led elsewhere is from now on its own. */
export async function add(tx: Transaction, kind: Kind, name: string, text: string): Promise<Named> {
  const slug = await claimName(tx, kind, name, null);
  await forgetFormerName(tx, kind, name);
  const column = Prisma.raw(`"${kind.text}"`);
  const [made] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO ${tableOf(kind)} (name, slug, ${column}) VALUES (${name}, ${slug}, ${text}) RETURNING id`;
  if (!made) throw new Error('nothing was added');
  await tx.redirect.deleteMany({ where: { fromPath: kind.pathOf(slug) } });
  return { id: made.id, name, slug, text };
}

/**
 * Holds what a form is about to change, as it was when the form was opened.
 * @throws Missing; Conflict where somebody else changed it meanwhile
 */
export async function beginEdit(
  tx: Transaction,
  kind: Kind,
  id: number,
  was: { name: string; text: string },
): Promise<Named> {
  await holdArticles(tx, kind, [id]);
  const before = await holdOne(tx, kind, id);
  demandUnchanged(atStart(kind.word), was, { name: before.name, text: before.text });
  return before;
}

/** Changes name and text; gives the row as it is then, and the tags of the pages that show it. */
export async function applyEdit(
  tx: Transaction,
  kind: Kind,
  before: Named,
  { name, text }: { name: string; text: string },
): Promise<{ after: Named; tags: string[] }> {
  const renamed = await rename(tx, kind, before, name);
  const column = Prisma.raw(`"${kind.text}"`);
  await tx.$executeRaw`UPDATE ${tableOf(kind)} SET ${column} = ${text} WHERE id = ${before.id}`;
  return { after: { ...renamed, text }, tags: await pagesShowing(tx, kind, [before.id]) };
}
