import { cardSelect, isPublic, toCard } from '#lib/articles/card.ts';
import type { ArticleList } from '#lib/articles/types.ts';
import { getSection, listSections, type Section } from '#lib/categories/sections.ts';
import { db } from '#lib/db.ts';
import { readArticleId } from '#lib/site/addresses.ts';
import { Missing } from '#lib/site/problems.ts';
import type { Actor } from '#lib/staff/types.ts';
import { demandArranging } from './arrange.ts';
import { readFront, readSectionPage } from './read.ts';
import type { FrontPage, Pin } from './types.ts';

/** A front with pins that nobody has saved yet. */
interface Draft {
  /** Null: the front page. */
  categoryId: number | null;
  pins: { slot: number; articleId: number }[];
}

/**
 * Reads a draft from the address that frontPreviewPath (lib/site/urls.ts) made; what makes no sense in it is left out.
 */
export function readDraft({ muc, ghim }: Record<string, string | string[] | undefined>): Draft {
  const pins = [...String(ghim ?? '').matchAll(/(\d{1,3})-(\d{1,9})(?:\.|$)/g)].map(([, slot, id]) => ({
    slot: Number(slot),
    articleId: Number(id),
  }));
  const categoryId = muc === undefined ? null : (readArticleId(String(muc)) ?? 0);
  return { categoryId, pins };
}

/** The draft's pins whose articles readers have, none twice. */
async function readPins({ pins }: Draft): Promise<Pin[]> {
  const ids = pins.map((pin) => pin.articleId);
  const rows = await db().article.findMany({ where: { id: { in: ids }, ...isPublic }, select: cardSelect });
  const cards = new Map(rows.map((row) => [row.id, toCard(row)]));
  return pins.flatMap(({ slot, articleId }) => {
    const card = cards.get(articleId);
    cards.delete(articleId);
    return card ? [{ slot, card }] : [];
  });
}

async function findSection(id: number): Promise<Section> {
  const row = await db().category.findUnique({ where: { id }, select: { path: true } });
  const section = row && (await getSection(row.path));
  if (!section) throw new Missing('Chuyên mục này không còn nữa.');
  return section;
}

/** The page that a draft makes. */
export type DraftPage =
  | { is: 'front'; front: FrontPage }
  | { is: 'section'; section: Section; list: ArticleList };

/**
 * The page as readers would have it if the draft were saved now.
 * @throws NotAllowed for those who may not arrange this front
 * @throws Missing where there is no such section
 */
export async function previewFront(actor: Actor, draft: Draft): Promise<DraftPage> {
  const { categoryId } = draft;
  demandArranging(actor, categoryId);
  const pins = await readPins(draft);
  if (categoryId === null) return { is: 'front', front: await readFront(await listSections(), pins) };
  const section = await findSection(categoryId);
  return { is: 'section', section, list: await readSectionPage(section, pins, 1) };
}
