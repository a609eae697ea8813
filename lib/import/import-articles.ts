import { availableParallelism } from 'node:os';
import type { PictureFolders } from '#lib/media/picture-folders.ts';
import { fillRails } from '#lib/rails/fill.ts';
import { ArticleProblem } from './article-problem.ts';
import { type LinkedArticle, linkRelated, type PickingArticle } from './link-related.ts';
import { type ArticleSource, type PreparedArticle, prepareArticle } from './prepare-article.ts';
import { type ImportContext, saveArticle } from './save-article.ts';

export interface ImportOptions extends ImportContext {
  folders: PictureFolders;
  /** Called after each file. */
  onProgress?: (done: number, total: number) => void;
  /** Called with each line that the person should read, as soon as it is known. */
  onNote?: (line: string) => void;
  /** Ends the import after the article at hand; what has been saved stays. */
  signal?: AbortSignal;
}

export interface ImportReport {
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** "path:line: reason", one for each file that was refused. */
  problems: string[];
  /** "path:line: note: …": what was imported but not all as it was meant. */
  warnings: string[];
}

/** What is remembered of a saved article until the end of the run: not its text, for a run may bring 100,000. */
interface Imported extends PickingArticle {
  name: string;
  /** The lines on which it names other articles. */
  lines: ReadonlyMap<string, number>;
}

/**
 * Prepares the articles ahead of the saving, as many as there are cores, and hands them out in their order: their ids
 * follow the order of the files.
 */
async function* prepared(sources: ArticleSource[], folders: PictureFolders) {
  const ahead = availableParallelism() * 2;
  const jobs: Promise<PromiseSettledResult<PreparedArticle>>[] = [];
  const begin = (source: ArticleSource | undefined) => {
    if (source) jobs.push(Promise.allSettled([prepareArticle(source, folders)]).then(([result]) => result));
  };
  for (const source of sources.slice(0, ahead)) begin(source);
  for (const [index, source] of sources.entries()) {
    const job = jobs.shift();
    if (job) yield { source, result: await job };
    begin(sources[index + ahead]);
  }
}

class Report implements ImportReport {
  added = 0;
  changed = 0;
  unchanged = 0;
  refused = 0;
  problems: string[] = [];
  warnings: string[] = [];
  readonly #onNote: (line: string) => void;

  constructor(onNote: (line: string) => void) {
    this.#onNote = onNote;
  }

  refuse(source: ArticleSource, problem: ArticleProblem): void {
    const line = `${source.name}:${problem.line}: ${problem.message}`;
    this.refused++;
    this.problems.push(line);
    this.#onNote(line);
  }

  count({ name, outcome, lines }: Imported, linked: LinkedArticle | undefined): void {
    this[outcome === 'unchanged' && linked?.changed ? 'changed' : outcome]++;
    for (const missing of linked?.missing ?? []) {
      const note = `${name}:${lines.get(missing)}: note: no article is called "${missing}"; import again once there is one`;
      this.warnings.push(note);
      this.#onNote(note);
    }
  }
}

/** Saves a prepared article; a sourceId that has come before in this run is a mistake in one of the two files. */
async function save(
  article: PreparedArticle,
  seen: Map<string, string>,
  context: ImportContext,
): Promise<Imported> {
  const before = seen.get(article.sourceId);
  if (before !== undefined) {
    throw new ArticleProblem(
      article.lineOf('sourceId'),
      `the sourceId "${article.sourceId}" is that of ${before} too; give one of them another`,
    );
  }
  const saved = await saveArticle(article, context);
  seen.set(article.sourceId, article.name);
  const { related } = article.content;
  const boxed = article.boxed.map((each) => each.name);
  const lines = new Map([
    ...article.boxed.map((each) => [each.name, each.line] as const),
    ...related.map((each, index) => [each, article.lineOf('related', index)] as const),
  ]);
  return { ...saved, name: article.name, related, boxed, lines };
}

async function saveAll(
  sources: ArticleSource[],
  options: ImportOptions,
  report: Report,
): Promise<Imported[]> {
  const seen = new Map<string, string>();
  const saved: Imported[] = [];
  let done = 0;
  for await (const { source, result } of prepared(sources, options.folders)) {
    try {
      if (result.status === 'rejected') throw result.reason;
      saved.push(await save(result.value, seen, options));
    } catch (error) {
      if (!(error instanceof ArticleProblem)) throw error;
      report.refuse(source, error);
    }
    options.onProgress?.(++done, sources.length);
    if (options.signal?.aborted) break;
  }
  return saved;
}

/**
 * Imports article files (DESIGN section 6): each is saved whole or refused whole, and the others go in. Other articles
 * that a file names, as picks or in boxes, are linked at the end, when all that the files bring is there, and related
 * articles found. A file that was imported before
 * changes nothing unless it has changed itself.
 */
export async function importArticles(
  sources: ArticleSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const report = new Report(options.onNote ?? (() => {}));
  const saved = await saveAll(sources, options, report);
  const linked = new Map((await linkRelated(saved, options)).map((each) => [each.id, each]));
  for (const imported of saved) report.count(imported, linked.get(imported.id));
  if (report.added > 0) await fillRails(options.signal ? { signal: options.signal } : {});
  return report;
}
