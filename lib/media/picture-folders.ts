import { join } from 'node:path';

/** Where pictures are kept: what readers get, and the originals, which are never served. */
export interface PictureFolders {
  media: string;
  originals: string;
}

export function pictureFolders(dataDir: string): PictureFolders {
  return { media: join(dataDir, 'media'), originals: join(dataDir, 'originals') };
}
