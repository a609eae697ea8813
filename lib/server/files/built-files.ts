import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

// What the build made for browsers: style sheets, scripts, fonts. Each has a fingerprint of its content in its address.

/** A file of the build. */
export interface BuiltFile {
  path: string;
  /** Content-Type. */
  type: string;
  /** Worth compressing: fonts and pictures are already. */
  isText: boolean;
}

const texts: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const packed: Record<string, string> = {
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const staticFolder = join('.next', 'static');
const compressedFolder = join('.next', 'compressed');

/** Our one script is the only file outside Next's folder whose address changes with what is in it. */
const ownFiles = { '/reader.js': join('public', 'reader.js') };

function fileAt(path: string): BuiltFile | null {
  const extension = extname(path);
  const type = texts[extension] ?? packed[extension];
  return type ? { path, type, isText: extension in texts } : null;
}

/** The build's files by their addresses; those of a kind not known here are left to Next. */
export function listBuiltFiles(): Map<string, BuiltFile> {
  const made = existsSync(staticFolder)
    ? readdirSync(staticFolder, { recursive: true, encoding: 'utf8' })
    : [];
  const paths = Object.fromEntries(
    made.map((name) => [`/_next/static/${name.split(sep).join('/')}`, join(staticFolder, name)]),
  );
  const files = Object.entries({ ...paths, ...ownFiles }).map(
    ([address, path]) => [address, fileAt(path)] as const,
  );
  return new Map(files.filter((entry): entry is [string, BuiltFile] => entry[1] !== null));
}

/** Where a text's compressed forms lie. */
export const compressedPath = (address: string, encoding: 'br' | 'gzip'): string =>
  join(compressedFolder, `${address.slice(1)}.${encoding}`);
