import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';

const line = (most = 200) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanLine(text.toWellFormed()));

/** Whether somebody may approve what they wrote: never, only while nobody else could approve it, or always. */
export const selfApprovals = ['never', 'when_alone', 'always'] as const;

/** What the paper says of itself and how its newsroom works. */
export const paperSettings = z.strictObject({
  name: line(80).refine((text) => text !== '', 'Tên báo không được để trống.'),
  /** Set large in the masthead; the kicker stands small above it. */
  masthead: z.strictObject({ kicker: line(40), title: line(40) }),
  motto: line(),
  description: line(300),
  /** Key of the logo's picture; none: the masthead's words. */
  logo: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .nullable(),
  /** The footer's lines, as the press law asks for them. Empty ones are not shown. */
  imprint: z.strictObject({
    owner: line(),
    licence: line(),
    issuer: line(),
    editorInChief: line(),
    address: line(),
    phone: line(60),
    email: z.union([z.literal(''), z.email('Địa chỉ e-mail chưa đúng.')]),
  }),
  /** A sentence at the page's end; the sample newspaper says there that all in it is invented. */
  notice: line(500),
  /** What new articles have before their sapo, as "TTXVN". */
  agency: line(40),
  social: z
    .array(z.url({ protocol: /^https$/, error: 'Địa chỉ mạng xã hội phải bắt đầu bằng https://' }))
    .max(10),
  selfApproval: z.enum(selfApprovals),
  checks: z.strictObject({
    /** Whether a photo without a caption stops an article. */
    captionRequired: z.boolean(),
  }),
});

export type PaperSettings = z.infer<typeof paperSettings>;
