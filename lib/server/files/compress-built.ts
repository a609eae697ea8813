import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuiltFile, compressedPath, listBuiltFiles } from './built-files.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

async function compress(address: string, { path }: BuiltFile): Promise<void> {
  const body = await readFile(path);
  await mkdir(dirname(compressedPath(address, 'br')), { recursive: true });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  await writeFile(compressedPath(address, 'br'), await toBrotli(body, { params }));
  await writeFile(
    compressedPath(address, 'gzip'),
    await toGzip(body, { level: constants.Z_BEST_COMPRESSION }),
  );
}

/** Compresses the build's texts as well as can be, once for all who will ever ask for them. */
export async function compressBuilt(): Promise<void> {
  const texts = [...listBuiltFiles()].filter(([, file]) => file.isText);
  await Promise.all(texts.map(([address, file]) => compress(address, file)));
}
