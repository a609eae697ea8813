import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';
import { statusNames } from './types.ts';

// What the buttons of the way to print send.

const id = z.int().positive().max(2_147_483_647);
const statuses = Object.keys(statusNames).filter(
  (name): name is keyof typeof statusNames => name in statusNames,
);

export const articleInput = z.strictObject({ id });

/** The article as the person who presses sees it. */
export const askedInput = z.strictObject({
  id,
  version: z.int().positive().max(2_147_483_647),
  status: z.enum(statuses),
});

const longestReason = 500;

/** With a reason, which its writer and the newsroom read later. */
export const reasonedInput = askedInput.extend({
  reason: z
    .string()
    .max(longestReason, `Lý do dài quá ${longestReason} chữ cái.`)
    .transform((text) => cleanLine(text.toWellFormed()))
    .refine((text) => text !== '', 'Hãy ghi lý do.'),
});

const farthestDays = 366;

/** With the moment to go out at. */
export const scheduleInput = askedInput.extend({
  at: z.iso
    .datetime({ offset: true, error: 'Hãy chọn ngày và giờ.' })
    .transform((text) => new Date(text))
    .refine(
      (at) => at.getTime() - Date.now() < farthestDays * 24 * 60 * 60 * 1000,
      'Giờ hẹn xa quá một năm; hãy xem lại ngày.',
    ),
});
