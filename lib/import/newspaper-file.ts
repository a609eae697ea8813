import { LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { cleanLine } from '#lib/site/text.ts';
import { ArticleProblem } from './article-problem.ts';

// What a newspaper has besides its articles: the order of its sections and what is said of them, of running stories,
// tags and bylines; what is pinned where. An export writes it beside the articles, as newspaper.yaml.

const name = z
  .string()
  .transform((value) => cleanLine(value.toWellFormed()))
  .refine((value) => value !== '', 'is empty');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be letters a–z, digits and hyphens');
const words = z.string().transform((value) => value.toWellFormed().normalize('NFC'));
const moment = z.iso.datetime({ offset: true, error: 'must be a moment such as 2025-02-16T14:16:00+07:00' });

const named = z.strictObject({ name, slug, description: words.default('') });
const share = z.number().min(0).max(1);

const newspaper = z.strictObject({
  sections: z.array(named.extend({ children: z.array(named).default([]) })).default([]),
  topics: z.array(named.extend({ closedAt: moment.optional() })).default([]),
  tags: z.array(named).default([]),
  bylines: z.array(z.strictObject({ name, slug, bio: words.default('') })).default([]),
  /** `section` is a path such as "thoi-su/do-thi", empty for the front page; `article` is a sourceId. */
  pins: z
    .array(
      z.strictObject({
        section: z.string(),
        slot: z.int().min(1),
        article: z.string(),
        endsAt: moment.optional(),
      }),
    )
    .default([]),
  /** Where the eye should land in a picture, where that is not its middle. */
  pictures: z
    .array(z.strictObject({ key: z.string().regex(/^[0-9a-f]{24}$/), focalX: share, focalY: share }))
    .default([]),
});

export type Newspaper = z.infer<typeof newspaper>;
export type NewspaperInput = z.input<typeof newspaper>;

export const newspaperFile = 'newspaper.yaml';

/**
 * Reads newspaper.yaml.
 * @throws ArticleProblem for the first thing that is wrong, with its line
 */
export function readNewspaper(text: string): Newspaper {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [bad] = document.errors;
  if (bad)
    throw new ArticleProblem(lines.linePos(bad.pos[0]).line, `can't be read: ${bad.message.split('\n')[0]}`);
  const parsed = newspaper.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const node = issue ? document.getIn(issue.path, true) : null;
  const range =
    node && typeof node === 'object' && 'range' in node && Array.isArray(node.range) ? node.range : [0];
  const line = lines.linePos(Number(range[0])).line;
  throw new ArticleProblem(line, `"${issue?.path.join('.')}": ${issue?.message}`);
}

export function writeNewspaper(paper: NewspaperInput): string {
  const given = Object.entries(paper).filter(([, list]) => list && list.length > 0);
  return stringify(Object.fromEntries(given), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
}
