import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { largestFile } from '#lib/media/types.ts';
import { ArticleProblem } from './article-problem.ts';

/** Where an article file stands, and how far from it its photos may be. */
export interface ArticlePlace {
  /** Absolute path of the file. */
  path: string;
  /** Absolute path of the folder that was given to be imported. */
  folder: string;
}

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * The folders that photos may come from: the one given, the article's own and the one above it (articles/ and photos/
 * stand side by side). Never the root of the file system.
 */
function allowedFolders({ path, folder }: ArticlePlace): string[] {
  const own = dirname(path);
  return [folder, own, dirname(own)].filter((each) => each !== parse(each).root);
}

/** The ways a name may be written on the disk: as it stands, with %20 for a space, in the decomposed form of macOS. */
function spellings(file: string): string[] {
  let decoded = file;
  try {
    decoded = decodeURIComponent(file);
  } catch {
    // A lone "%" is a sign like any other.
  }
  return [...new Set([file, decoded, file.normalize('NFD'), decoded.normalize('NFD')])];
}

/**
 * The real path of a photo that an article file names.
 * @param file  as written, relative to the article file
 * @param line  where it is written
 * @throws ArticleProblem when it is not a relative path, leads out of the folders that photos may come from (by ".." or
 *   by a symbolic link), or names no file
 */
export async function findPhoto(file: string, line: number, place: ArticlePlace): Promise<string> {
  const shown = `the photo "${file}"`;
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) {
    throw new ArticleProblem(
      line,
      `${shown} is an address; save the photo beside the article and give its path`,
    );
  }
  if (isAbsolute(file) || /^([a-z]:|[\\/])/i.test(file) || file.includes('\0')) {
    throw new ArticleProblem(
      line,
      `${shown} must be a path relative to the article, such as ../photos/a.jpg`,
    );
  }
  const folders = allowedFolders(place);
  const out = `${shown} leads out of the folder; keep photos inside the folder that is imported`;
  for (const spelling of spellings(file)) {
    const path = resolve(dirname(place.path), spelling);
    if (!folders.some((folder) => isInside(path, folder))) throw new ArticleProblem(line, out);
    const real = await realpath(path).catch(() => null);
    if (!real) continue;
    const realFolders = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
    if (!realFolders.some((folder) => isInside(real, folder))) throw new ArticleProblem(line, out);
    const { size, isFile } = await stat(real).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) throw new ArticleProblem(line, `${shown} is not a file`);
    if (size > largestFile) throw new ArticleProblem(line, `${shown} has more than 50 MB; save it smaller`);
    return real;
  }
  throw new ArticleProblem(line, `${shown} is not there: there is no file of that name`);
}
