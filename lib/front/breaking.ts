import { z } from 'zod';
import { cardSelect, isPublic, toCard } from '#lib/articles/card.ts';
import { record } from '#lib/audit/record.ts';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { breakingTag } from '#lib/page-cache/tags.ts';
import { sendAt } from '#lib/queue/send.ts';
import { Conflict, Invalid } from '#lib/site/problems.ts';
import { cleanLine } from '#lib/site/text.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { databaseTime } from './database-time.ts';
import type { BreakingNews } from './types.ts';

// The line "Tin nóng" above every page: announced, changed, ended. There is one at a time: a new one ends the one before.

const longest = 160;

const text = z
  .string()
  .transform((typed) => cleanLine(typed.toWellFormed()))
  .refine((line) => line !== '', 'Hãy viết một câu.')
  .refine((line) => line.length <= longest, `Dài quá ${longest} chữ cái; hãy viết ngắn lại.`);

const content = {
  text,
  /** The article that tells more; none: the line leads nowhere. */
  articleId: z.int().positive().nullable(),
  endsAt: z.date().nullable(),
};
export const announceInput = z.strictObject({
  ...content,
  /** The line that the person saw standing, which this one takes the place of. */
  instead: z.int().positive().nullable(),
});
export const changeInput = z.strictObject({ id: z.int().positive(), ...content });
export const endInput = z.strictObject({ id: z.int().positive() });

type Content = Omit<z.infer<typeof changeInput>, 'id'>;

async function readCurrent(tx: Transaction): Promise<BreakingNews | null> {
  const now = await databaseTime(tx);
  const row = await tx.breakingNews.findFirst({
    where: { endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      text: true,
      endsAt: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      article: { select: { status: true, ...cardSelect } },
    },
  });
  if (!row) return null;
  const { id, endsAt, createdAt: since, createdBy, article } = row;
  return {
    id,
    text: row.text,
    article: article && toCard(article),
    isPublic: !article || article.status === 'published',
    endsAt,
    since,
    by: createdBy?.name ?? null,
  };
}

/**
 * The line that stands now, or null.
 * @throws NotAllowed
 */
export async function readBreaking(actor: Actor): Promise<BreakingNews | null> {
  demand(actor, 'breaking.announce');
  return await readCurrent(db());
}

async function demandTrue(tx: Transaction, { articleId, endsAt }: Content, now: Date): Promise<void> {
  if (endsAt && endsAt <= now) {
    throw new Invalid('Giờ kết thúc đã qua.', { endsAt: 'Giờ kết thúc đã qua; hãy chọn giờ khác.' });
  }
  if (articleId === null) return;
  if (await tx.article.count({ where: { id: articleId, ...isPublic } })) return;
  const message = 'Độc giả không có bài này (chưa xuất bản hoặc vừa bị gỡ); hãy chọn bài khác.';
  throw new Invalid(message, { articleId: message });
}

const detailsOf = ({ text, articleId, endsAt }: Content) => ({
  text,
  articleId,
  endsAt: endsAt?.toISOString() ?? null,
});

const contentOf = (news: BreakingNews): Content => ({ ...news, articleId: news.article?.id ?? null });

type Work = (tx: Transaction, current: BreakingNews | null) => Promise<void>;

/** One change of the line at a time, with what stands now; every reader's page shows it afterwards. */
async function changeLine(action: string, work: Work): Promise<void> {
  await change(action, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('toasoan_breaking'))`;
    await work(tx, await readCurrent(tx));
    return { value: undefined, tags: [breakingTag] };
  });
}

async function endThen(tx: Transaction, endsAt: Date | null): Promise<void> {
  if (endsAt) await sendAt(tx, 'expire-pages', { tags: [breakingTag] }, endsAt);
}

/**
 * Puts the line above every page, instead of the one that stood there.
 * @throws NotAllowed
 * @throws Conflict where somebody else announced something meanwhile
 * @throws Invalid where readers don't have the article, or the end is past
 */
export async function announceBreaking(
  actor: Actor,
  input: z.infer<typeof announceInput>,
  now: Date,
): Promise<void> {
  const { instead, ...news } = input;
  demand(actor, 'breaking.announce');
  await changeLine('breaking.announce', async (tx, current) => {
    if (current && current.id !== instead) {
      throw new Conflict(
        `${current.by ?? 'Người khác'} vừa phát tin nóng “${current.text}”. Hãy xem lại rồi phát tin của bạn thay vào.`,
      );
    }
    await demandTrue(tx, news, now);
    await tx.breakingNews.updateMany({ where: { endedAt: null }, data: { endedAt: now } });
    const { id } = await tx.breakingNews.create({ data: { ...news, createdById: actor.id, createdAt: now } });
    await endThen(tx, news.endsAt);
    const details = { ...detailsOf(news), ...(current ? { instead: current.text } : {}) };
    await record(tx, {
      actor,
      action: 'breaking.announce',
      subject: { type: 'breaking', id },
      details,
      at: now,
    });
  });
}

function demandStanding(current: BreakingNews | null, id: number): BreakingNews {
  if (current?.id === id) return current;
  throw new Conflict('Tin nóng này đã kết thúc hoặc đã có tin khác thay. Hãy tải lại trang.');
}

/**
 * Changes the line that stands.
 * @throws NotAllowed
 * @throws Conflict where it has ended
 * @throws Invalid where readers don't have the article, or the end is past
 */
export async function changeBreaking(
  actor: Actor,
  input: z.infer<typeof changeInput>,
  now: Date,
): Promise<void> {
  const { id, ...news } = input;
  demand(actor, 'breaking.announce');
  await changeLine('breaking.change', async (tx, current) => {
    const before = detailsOf(contentOf(demandStanding(current, id)));
    await demandTrue(tx, news, now);
    await tx.breakingNews.update({ where: { id }, data: news });
    await endThen(tx, news.endsAt);
    const details = { before, after: detailsOf(news) };
    await record(tx, {
      actor,
      action: 'breaking.change',
      subject: { type: 'breaking', id },
      details,
      at: now,
    });
  });
}

/**
 * Takes the line away.
 * @throws NotAllowed
 * @throws Conflict where it has ended already
 */
export async function endBreaking(actor: Actor, { id }: z.infer<typeof endInput>, now: Date): Promise<void> {
  demand(actor, 'breaking.announce');
  await changeLine('breaking.end', async (tx, current) => {
    const { text } = demandStanding(current, id);
    await tx.breakingNews.update({ where: { id }, data: { endedAt: now } });
    await record(tx, {
      actor,
      action: 'breaking.end',
      subject: { type: 'breaking', id },
      details: { text },
      at: now,
    });
  });
}
