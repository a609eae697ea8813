import type { PaperSettings } from '#lib/settings/types.ts';

/** Settings that are one line or a few lines of text, by the path that the server names them by. */
export type TextPath =
  | 'name'
  | 'masthead.kicker'
  | 'masthead.title'
  | 'motto'
  | 'description'
  | `imprint.${keyof PaperSettings['imprint']}`
  | `policies.${keyof PaperSettings['policies']}`
  | 'notice'
  | 'agency'
  | 'social';

/** The settings as the form holds them, flat; `social` has an address a line. */
export type FormValues = Record<TextPath, string> & {
  /** Key of the logo's picture, or ''. */
  logo: string;
  selfApproval: PaperSettings['selfApproval'];
  'feeds.fullText': boolean;
  'checks.captionRequired': boolean;
};
export type Path = keyof FormValues;

export function toForm(settings: PaperSettings): FormValues {
  const { masthead, imprint, feeds, policies, checks, social, logo, ...plain } = settings;
  return {
    ...plain,
    logo: logo ?? '',
    social: social.join('\n'),
    'masthead.kicker': masthead.kicker,
    'masthead.title': masthead.title,
    'imprint.owner': imprint.owner,
    'imprint.licence': imprint.licence,
    'imprint.issuer': imprint.issuer,
    'imprint.editorInChief': imprint.editorInChief,
    'imprint.address': imprint.address,
    'imprint.phone': imprint.phone,
    'imprint.email': imprint.email,
    'policies.principles': policies.principles,
    'policies.ethics': policies.ethics,
    'policies.corrections': policies.corrections,
    'policies.factChecking': policies.factChecking,
    'policies.unnamedSources': policies.unnamedSources,
    'policies.ownership': policies.ownership,
    'policies.masthead': policies.masthead,
    'policies.feedback': policies.feedback,
    'feeds.fullText': feeds.fullText,
    'checks.captionRequired': checks.captionRequired,
  };
}

/** The addresses of the lines that have any. */
export const socialLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function fromForm(values: FormValues): PaperSettings {
  return {
    name: values.name,
    masthead: { kicker: values['masthead.kicker'], title: values['masthead.title'] },
    motto: values.motto,
    description: values.description,
    logo: values.logo === '' ? null : values.logo,
    imprint: {
      owner: values['imprint.owner'],
      licence: values['imprint.licence'],
      issuer: values['imprint.issuer'],
      editorInChief: values['imprint.editorInChief'],
      address: values['imprint.address'],
      phone: values['imprint.phone'],
      email: values['imprint.email'],
    },
    notice: values.notice,
    agency: values.agency,
    social: socialLines(values.social),
    feeds: { fullText: values['feeds.fullText'] },
    policies: {
      principles: values['policies.principles'],
      ethics: values['policies.ethics'],
      corrections: values['policies.corrections'],
      factChecking: values['policies.factChecking'],
      unnamedSources: values['policies.unnamedSources'],
      ownership: values['policies.ownership'],
      masthead: values['policies.masthead'],
      feedback: values['policies.feedback'],
    },
    selfApproval: values.selfApproval,
    checks: { captionRequired: values['checks.captionRequired'] },
  };
}

/** What two people made of the same settings. */
interface Joined {
  values: FormValues;
  /** What both of them changed, each in another way: `values` has mine, here are theirs. */
  clashes: Partial<FormValues>;
}

const paths = (values: FormValues) => Object.keys(values) as Path[];

/** Joins my changes with theirs: what only one of us changed is taken, what both changed stays mine and is told. */
export function joinForms(base: FormValues, mine: FormValues, theirs: FormValues): Joined {
  const isClash = (path: Path) =>
    mine[path] !== base[path] && theirs[path] !== base[path] && mine[path] !== theirs[path];
  const pick = (from: FormValues, which: (path: Path) => boolean): Partial<FormValues> =>
    Object.fromEntries(
      paths(from)
        .filter(which)
        .map((path) => [path, from[path]]),
    );
  return {
    values: { ...theirs, ...pick(mine, (path) => mine[path] !== base[path]) },
    clashes: pick(theirs, isClash),
  };
}
