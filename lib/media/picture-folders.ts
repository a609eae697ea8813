import { join } from 'node:path';

/** Where pictures are kept: what readers get; the originals, which are never served; and what is still on its way. */
export interface PictureFolders {
  media: string;
  originals: string;
  uploads: string;
}

export function pictureFolders(dataDir: string): PictureFolders {
  return {
    media: join(dataDir, 'media'),
    originals: join(dataDir, 'originals'),
    uploads: join(dataDir, 'uploads'),
  };
}

/** The folders of this server. */
export const serverFolders = (): PictureFolders => pictureFolders(process.env['DATA_DIR'] || '.data');
