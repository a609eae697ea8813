import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ArticleProblem } from './article-problem.ts';
import { type Newspaper, newspaperFile, readNewspaper } from './newspaper-file.ts';

export interface ListedNewspapers {
  newspapers: Newspaper[];
  /** "path:line: reason" */
  problems: string[];
}

/** What newspaper.yaml says in those of the paths that are folders and have one. */
export async function listNewspapers(paths: string[], cwd: string): Promise<ListedNewspapers> {
  const listed: ListedNewspapers = { newspapers: [], problems: [] };
  for (const given of paths) {
    const path = join(resolve(cwd, given), newspaperFile);
    // A folder without one, or no folder at all, is no matter here.
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) continue;
    try {
      listed.newspapers.push(readNewspaper(text));
    } catch (error) {
      if (!(error instanceof ArticleProblem)) throw error;
      listed.problems.push(`${relative(cwd, path)}:${error.line}: ${error.message}`);
    }
  }
  return listed;
}
