import { db, type Transaction } from '#lib/db.ts';
import { samplePaper } from './sample-paper.ts';
import { type PaperSettings, paperSettings } from './schema.ts';

/** The settings as they are now; what the database lacks (a setting younger than the row) has its default. */
export async function readSettings(tx: Transaction): Promise<PaperSettings> {
  const row = await tx.paperSettings.findUnique({ where: { id: 1 }, select: { content: true } });
  const content = typeof row?.content === 'object' ? row.content : {};
  return paperSettings.parse({ ...samplePaper, ...content });
}

const known = new WeakMap<Transaction, Promise<PaperSettings>>();

/** The settings by which a transaction goes: several of its rules ask for them, and they are read once. */
export async function settingsOf(tx: Transaction): Promise<PaperSettings> {
  if (tx === db()) return await readSettings(tx);
  const settings = known.get(tx) ?? readSettings(tx);
  known.set(tx, settings);
  return await settings;
}
