import type { Transaction } from '#lib/db.ts';
import { samplePaper } from './sample-paper.ts';
import { type PaperSettings, paperSettings } from './schema.ts';

/** The settings as they are now; what the database lacks (a setting younger than the row) has its default. */
export async function readSettings(tx: Transaction): Promise<PaperSettings> {
  const row = await tx.paperSettings.findUnique({ where: { id: 1 }, select: { content: true } });
  const content = typeof row?.content === 'object' ? row.content : {};
  return paperSettings.parse({ ...samplePaper, ...content });
}
