import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { record } from '#lib/audit/record.ts';
import { db, type Transaction } from '#lib/db.ts';
import { change } from '#lib/page-cache/announce.ts';
import { paperTag } from '#lib/page-cache/tags.ts';
import { Invalid } from '#lib/site/problems.ts';
import { demand } from '#lib/staff/permissions.ts';
import type { Actor } from '#lib/staff/types.ts';
import { differencesOf } from './differences.ts';
import { readLogo } from './logo.ts';
import { paperView } from './paper-view.ts';
import { readSettings } from './read.ts';
import { type PaperSettings, paperSettings } from './schema.ts';
import type { OpenSettings, SettingsOutcome } from './types.ts';

/** All settings as they shall be, and the version of those that the person had before them. */
export const settingsInput = z.strictObject({ version: z.int().min(0), settings: paperSettings });
export type SettingsInput = z.infer<typeof settingsInput>;

async function open(tx: Transaction): Promise<OpenSettings> {
  const row = await tx.paperSettings.findUnique({
    where: { id: 1 },
    select: { version: true, changedBy: { select: { name: true } } },
  });
  const settings = await readSettings(tx);
  return {
    settings,
    logo: await readLogo(tx, settings.logo),
    version: row?.version ?? 0,
    changedBy: row?.changedBy?.name ?? null,
  };
}

/**
 * The settings as a person who may change them opens them.
 * @throws NotAllowed
 */
export async function openSettings(actor: Actor): Promise<OpenSettings> {
  demand(actor, 'settings.change');
  return await open(db());
}

/** The logo under the key that its picture has now. */
async function demandLogo(tx: Transaction, key: string | null): Promise<string | null> {
  const picture = await readLogo(tx, key);
  if (key === null || picture) return picture?.key ?? null;
  const message = 'Ảnh này không còn trong kho ảnh; hãy chọn ảnh khác.';
  throw new Invalid(message, { 'settings.logo': message });
}

/** Whether readers see anything of the change; how the newsroom works is none of it. */
function isVisible(before: PaperSettings, after: PaperSettings): boolean {
  if (before.logo !== after.logo || !isDeepStrictEqual(before.feeds, after.feeds)) return true;
  return !isDeepStrictEqual(paperView(before, null), paperView(after, null));
}

/**
 * Changes the settings; readers' pages show it from then on. Where somebody else changed them meanwhile nothing is
 * overwritten: those of the other come back, for the person to decide.
 * @throws NotAllowed
 * @throws Invalid where the logo is not there any more
 */
export async function changeSettings(
  actor: Actor,
  input: SettingsInput,
  now: Date,
): Promise<SettingsOutcome> {
  demand(actor, 'settings.change');
  return await change<SettingsOutcome>('settings.change', async (tx) => {
    // The first change makes the row; two first changes at once come one after the other.
    await tx.$executeRaw`INSERT INTO paper_settings (id, content, version) VALUES (1, '{}', 0) ON CONFLICT DO NOTHING`;
    await tx.$queryRaw`SELECT 1 FROM paper_settings WHERE id = 1 FOR UPDATE`;
    const current = await open(tx);
    const settings = { ...input.settings, logo: await demandLogo(tx, input.settings.logo) };
    const { before, after } = differencesOf(current.settings, settings);
    if (Object.keys(after).length === 0) return { value: { saved: true, current }, tags: [] };
    if (current.version !== input.version) return { value: { saved: false, current }, tags: [] };
    const data = { content: settings, version: current.version + 1, changedById: actor.id, changedAt: now };
    await tx.paperSettings.update({ where: { id: 1 }, data });
    const subject = { type: 'settings', id: 1 };
    await record(tx, { actor, action: 'settings.change', subject, details: { before, after }, at: now });
    return {
      value: { saved: true, current: await open(tx) },
      tags: isVisible(current.settings, settings) ? [paperTag] : [],
    };
  });
}
