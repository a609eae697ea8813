import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ArticleProblem } from './article-problem.ts';
import { type FrontMatter, frontMatter, frontMatterKeys } from './front-matter-fields.ts';

/** Front matter that has been read, and where each of its values stands in the file. */
export interface ReadFrontMatter {
  values: FrontMatter;
  /** Line of a value, e.g. `lineOf('related', 2)`; the front matter's first where there is no such value. */
  lineOf: (...path: (string | number)[]) => number;
}

/** The front matter begins in the file's first line, so its YAML begins in the second. */
const firstYamlLine = 2;

function parse(yaml: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [bad] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (bad) {
    const line = lines.linePos(bad.pos[0]).line + firstYamlLine - 1;
    throw new ArticleProblem(line, `the front matter can't be read: ${bad.message.split('\n')[0]}`);
  }
  return { document, lines };
}

/** What the front matter says, as plain values. An anchor that is used again and again could fill the memory. */
function plainValues(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ArticleProblem(1, 'the front matter uses an anchor (&, *); write the value out');
  }
}

const wanted: Record<string, string> = {
  string: 'must be text; put it between quotes',
  array: 'must be a list: ["…", "…"]',
  object: 'must be a map: { file: …, alt: "…" }',
};

function reason(issue: z.core.$ZodIssue, path: string, missing: boolean): string {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? frontMatterKeys : ['file', 'alt', 'caption', 'credit'];
    return `unknown key "${issue.keys[0]}"; there are ${known.join(', ')}`;
  }
  if (missing) return `"${path}" is missing`;
  if (issue.code === 'invalid_type') return `"${path}" ${wanted[issue.expected] ?? issue.message}`;
  return `"${path}" ${issue.message}`;
}

/**
 * Reads the YAML between the two lines of dashes.
 * @throws ArticleProblem for the first thing that is wrong, with its line
 */
export function readFrontMatter(yaml: string): ReadFrontMatter {
  const { document, lines } = parse(yaml);
  if (!isMap(document.contents)) {
    throw new ArticleProblem(firstYamlLine, 'the front matter must be lines such as title: "…"');
  }
  const lineAt = (path: readonly PropertyKey[], key?: string): number => {
    const parent = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isNode(item.key) && String(item.key) === key)
      : undefined;
    const node = key === undefined ? parent : pair?.key;
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? 1 : lines.linePos(offset).line + firstYamlLine - 1;
  };
  const parsed = frontMatter.safeParse(plainValues(document));
  if (parsed.success) return { values: parsed.data, lineOf: (...path) => lineAt(path) };
  const problems = parsed.error.issues.map((issue) => {
    const missing = !document.hasIn(issue.path);
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const line = lineAt(issue.path, key);
    return { missing, problem: new ArticleProblem(line, reason(issue, issue.path.join('.'), missing)) };
  });
  // A key that is missing is often one misspelt: the misspelling is what to tell.
  problems.sort((a, b) => Number(a.missing) - Number(b.missing) || a.problem.line - b.problem.line);
  throw problems[0]?.problem ?? new ArticleProblem(1, 'the front matter is not as it should be');
}
