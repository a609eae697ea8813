import { z } from 'zod';
import { isWebAddress } from '#lib/site/links.ts';
import { cleanLine } from '#lib/site/text.ts';

const line = (most = 200) =>
  z
    .string()
    .transform((text) => cleanLine(text.toWellFormed()))
    .refine((text) => text.length <= most, `Dài quá ${most} chữ cái; hãy viết ngắn lại.`);

/** Whether somebody may approve what they wrote: never, only while nobody else could approve it, or always. */
const selfApprovals = ['never', 'when_alone', 'always'] as const;

const email = line().refine(
  (text) => text === '' || z.email().safeParse(text).success,
  'Địa chỉ e-mail chưa đúng; viết như toasoan@bao.example.',
);

const socialAddress = line(300).pipe(
  z.url({
    protocol: /^https$/,
    hostname: z.regexes.domain,
    error: 'Phải là địa chỉ đầy đủ bắt đầu bằng https://',
  }),
);

/** A page of the site's own, from the root, or of another. Empty: there is none. */
const pageAddress = line(300).refine(
  (text) => text === '' || /^\/[^\s/\\][^\s\\]*$/.test(text) || (/^https:/.test(text) && isWebAddress(text)),
  'Phải là địa chỉ bắt đầu bằng https://, hoặc bằng / nếu là trang của báo.',
);

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
    .regex(/^[0-9a-f]{24}$/, 'Logo phải là một ảnh trong kho ảnh.')
    .nullable(),
  /** The footer's lines, as the press law asks for them. Empty ones are not shown. */
  imprint: z.strictObject({
    owner: line(),
    licence: line(),
    issuer: line(),
    editorInChief: line(),
    address: line(),
    phone: line(60),
    email,
  }),
  /** A sentence at the page's end; the sample newspaper says there that all in it is invented. */
  notice: line(500),
  /** What new articles have before their sapo, as "TTXVN". */
  agency: line(40),
  social: z
    .array(socialAddress)
    .max(10, 'Nhiều nhất mười địa chỉ.')
    .refine((all) => new Set(all).size === all.length, 'Có địa chỉ ghi hai lần.'),
  feeds: z.strictObject({
    /** Whether feeds carry articles whole, or headline and sapo only. */
    fullText: z.boolean(),
  }),
  /** Where the paper says how it works; search engines are told (schema.org, NewsMediaOrganization). */
  policies: z.strictObject({
    principles: pageAddress,
    ethics: pageAddress,
    corrections: pageAddress,
    factChecking: pageAddress,
    unnamedSources: pageAddress,
    ownership: pageAddress,
    masthead: pageAddress,
    feedback: pageAddress,
  }),
  selfApproval: z.enum(selfApprovals),
  checks: z.strictObject({
    /** Whether a photo without a caption stops an article. */
    captionRequired: z.boolean(),
  }),
});

export type PaperSettings = z.infer<typeof paperSettings>;
