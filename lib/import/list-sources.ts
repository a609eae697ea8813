import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { ArticleSource } from './prepare-article.ts';

/** Files to import, and what was asked for and can't be. */
export interface ListedSources {
  sources: ArticleSource[];
  /** "path:line: reason", as for files that are refused. */
  problems: string[];
}

const isArticle = (name: string) => /\.md$/i.test(name);

/** A source that reads the file at `path`. `cwd` is where its name is shown from. */
function fileSource(path: string, folder: string, cwd: string): ArticleSource {
  return { path, folder, name: relative(cwd, path) || path, read: () => readFile(path) };
}

/** All *.md below a folder, in the order of their names; what begins with a dot is left alone. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await filesBelow(path)));
    else if (isArticle(entry.name)) files.push(path);
  }
  return files;
}

/**
 * The article files that the paths of a command line name: files, and folders with all below them. Each comes once.
 * @param cwd  where relative paths begin
 */
export async function listSources(paths: string[], cwd: string): Promise<ListedSources> {
  const sources = new Map<string, ArticleSource>();
  const problems: string[] = [];
  const refuse = (path: string, why: string) => problems.push(`${relative(cwd, path) || path}:1: ${why}`);
  const take = async (path: string, folder: string) => {
    const link = (await lstat(path)).isSymbolicLink();
    if (link) refuse(path, 'the file is a symbolic link; name the file that it leads to');
    else if (!sources.has(path)) sources.set(path, fileSource(path, folder, cwd));
  };
  for (const given of paths) {
    const path = resolve(cwd, given);
    const found = await stat(path).catch(() => null);
    if (!found) refuse(path, 'there is no such file or folder');
    else if (found.isDirectory()) for (const file of await filesBelow(path)) await take(file, path);
    else if (isArticle(path)) await take(path, dirname(path));
    else refuse(path, 'an article file has a name that ends in .md');
  }
  return { sources: [...sources.values()], problems };
}
